-- Names are shown to others and stand in letters: one line that reads as it is written. What was stored before there was
-- such a rule is made so; what is stored past the application's own check is refused.
create function one_line(name text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
return coalesce(
  nullif(btrim(regexp_replace(name, '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]+', ' ', 'g')), ''),
  'Runner'
);

update accounts set name = one_line(name) where name <> one_line(name);
update athletes set name = one_line(name) where name <> one_line(name);
update coach_invitations set athlete_name = one_line(athlete_name) where athlete_name <> one_line(athlete_name);
update api_keys set name = one_line(name) where name <> one_line(name);
update athlete_goals set name = one_line(name) where name <> one_line(name);

-- Letters write the names of accounts, and addresses of web pages in them would be links.
update accounts set name = regexp_replace(name, '([[:alnum:]])[.]|://', '\1 ', 'g')
where name ~* '://|\mwww[.]|[[:alnum:]][.][[:alpha:]]{2,}';

alter table accounts add constraint name_is_one_line check (name = one_line(name)) not valid;
alter table athletes add constraint name_is_one_line check (name = one_line(name)) not valid;
alter table coach_invitations add constraint name_is_one_line check (athlete_name = one_line(athlete_name)) not valid;
alter table api_keys add constraint name_is_one_line check (name = one_line(name)) not valid;
alter table athlete_goals add constraint name_is_one_line check (name = one_line(name)) not valid;
