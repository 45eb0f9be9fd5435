"""Pictures that are drawn when they are asked for: their address holds what they show, signed by us."""
