"""The trail's codes in words, for templates."""

from django import template

from accounts.trail import words


register = template.Library()
register.filter("act_in_words", words.act_in_words)
register.filter("said_of", words.said_of)
