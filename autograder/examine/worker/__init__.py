"""All of the examiner that an examination room ever holds."""
