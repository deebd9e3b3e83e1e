-- Writing a version is most of the database's work when many ask at once. Its document is stored and read whole,
-- never searched: kept as the text that it came as, it needs no taking apart and half the room.
alter table plan_versions
  alter column document type json using document::json;

-- The version of a plan names its owner, so that one look says what two said: the version is there, and it is theirs.
alter table planned_workouts
  drop constraint planned_workouts_plan_id_version_fkey,
  drop constraint planned_workouts_plan_id_athlete_id_fkey,
  add constraint planned_workouts_of_version foreign key (plan_id, version, athlete_id)
    references plan_versions (plan_id, version, athlete_id) on update cascade on delete cascade;
