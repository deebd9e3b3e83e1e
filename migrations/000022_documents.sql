-- A version's document says first of all what it is, as the service writes it, and is then read no further: looking for
-- the same in all of it took a fourteenth of what PostgreSQL does for a plan. Documents of before lie in another order.
-- One that says nothing of itself is none: a check that comes to null lets pass.
alter table plan_versions
  drop constraint plan_versions_document_check,
  add constraint plan_versions_document_check check (
    starts_with(document::text, '{"schema":"strideiq.plan/1",')
    or document ->> 'schema' is not distinct from 'strideiq.plan/1'
  );
