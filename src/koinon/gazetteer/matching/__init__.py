"""Names as people type them: folded, compared, looked up."""
