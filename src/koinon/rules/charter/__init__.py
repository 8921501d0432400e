"""Which text a member has accepted."""
