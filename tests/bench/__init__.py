"""Benchmarks: ratios measured in one run, kept in docs/benchmarks.md. Never part of the tests."""
