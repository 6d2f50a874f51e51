"""Comments that ask for silence: each understood, each with a reason, none forgotten."""
