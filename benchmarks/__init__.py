"""What the budgets are measured with: each candidate in a fresh process, ratios within one run."""
