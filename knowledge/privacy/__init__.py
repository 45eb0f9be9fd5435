"""Privacy: what customers agreed to, what is kept of them, export and erasure."""

from knowledge.privacy import tables
from knowledge.privacy.consents import may_message

__all__ = ["may_message", "tables"]
