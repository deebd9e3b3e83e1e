-- A key can also be one of another service, which asks how features stand for somebody that it names. Administrators
-- alone make such a key.
alter table api_keys
  drop constraint api_keys_scopes_check,
  add constraint api_keys_scopes_check
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'evaluate_flags']);
