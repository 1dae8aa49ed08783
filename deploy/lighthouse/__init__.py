"""`make lighthouse`: the main pages judged by Google's Lighthouse as on a middling phone."""
