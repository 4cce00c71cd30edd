"""What is true of an assignment: its text, reference, cases, answers and proof."""
