"""
Charts drawn on the server as SVG: no script, no style attribute, the numbers in a table beneath.

Each chart is drawn twice, for wide and for narrow screens; the style sheet shows one of them.
"""

from cms.charts.figure import render
from cms.charts.spec import ChartError


__all__ = ["ChartError", "render"]
