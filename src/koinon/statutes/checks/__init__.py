"""What must hold inside one document beyond its shape."""

from koinon.statutes.checks.amounts import amount_faults
from koinon.statutes.checks.codes import code_faults
from koinon.statutes.checks.essentials import essential_faults
from koinon.statutes.checks.references import reference_faults
from koinon.statutes.checks.steps import step_faults
from koinon.statutes.checks.versions import version_faults
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault

_CHECKS = (
    code_faults,
    version_faults,
    reference_faults,
    step_faults,
    amount_faults,
    essential_faults,
)


def faults_of(statute: Statute) -> tuple[Fault, ...]:
    """List everything that contradicts itself or points nowhere inside a document."""
    return tuple(found for check in _CHECKS for found in check(statute))
