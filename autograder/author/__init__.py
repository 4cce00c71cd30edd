"""From text and reference to notebooks: build, check, release, publish.

The steps import heavy packages, so each lives in its own module and is imported
where it is used.
"""
