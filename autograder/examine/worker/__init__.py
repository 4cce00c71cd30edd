"""All of the examiner that an examination room ever holds."""

MEMORY_CODE = 77  # exit code of a room whose memory is used up
