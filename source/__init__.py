"""The assignments: one folder each, with everything that makes one."""
