"""The released notebooks in a real JupyterLab."""
