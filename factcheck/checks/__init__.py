"""The checks: one defect a file, `family/file-name` is its name, and the folder is the registry."""
