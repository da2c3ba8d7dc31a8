"""Accuracy figures, the fitting of weights, and the benchmarks."""
