"""All the sessions of a workspace, read together and found again."""
