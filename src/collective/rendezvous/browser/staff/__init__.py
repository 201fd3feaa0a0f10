"""The back office: what staff see and press. Thin views; whoever may open one is told in ZCML."""
