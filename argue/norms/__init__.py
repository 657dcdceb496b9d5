"""Norms: what they forbid, and whether they survive a review by the principles behind them."""
