"""PostgreSQL with the walls: carries the scope into each transaction, refuses statements without one."""
