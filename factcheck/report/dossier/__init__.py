"""The dossier: what several documents say of one thing, side by side over time."""
