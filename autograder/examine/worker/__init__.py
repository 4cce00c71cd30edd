"""All of the examiner that an examination room ever holds."""

MEMORY_CODE = 77  # exit code of a room whose memory is used up
DISK_CODE = 79  # of one whose disk is used up
UNOPENED_CODE = 78  # of one that could not be shut
KILLED_CODE = 137  # of one that somebody killed
