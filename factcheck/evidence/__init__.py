"""What checks share: when two claims are about one thing, the words around a figure, and how the working of a finding is written."""
