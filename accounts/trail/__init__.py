"""Reading the audit trail: filters, pages, export, and the proof that nothing was changed."""
