"""What a deployment is refused for."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError


def _found(*, deploy):
    return {message.id for message in run_checks(include_deployment_checks=deploy)}


def test_a_deployment_with_the_demonstration_on_is_refused(settings):
    settings.DEMO = True
    assert "config.E001" in _found(deploy=True)
    with pytest.raises(SystemCheckError, match="The demonstration is on"):
        call_command("check", "--deploy", "--tag", "security")


def test_a_deployment_without_the_demonstration_is_not(settings):
    settings.DEMO = False
    assert "config.E001" not in _found(deploy=True)


def test_a_demonstration_on_ones_own_machine_is_no_fault(settings):
    settings.DEMO = True
    assert "config.E001" not in _found(deploy=False)
