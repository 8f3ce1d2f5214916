"""Reply slips in: read_table → match_columns → plan_import → apply_import. A plan writes nothing."""
