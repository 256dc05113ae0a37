"""Extract: sentences in which no rule found a contact in, the contacts that their signs tell out."""
