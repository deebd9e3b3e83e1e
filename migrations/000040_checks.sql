-- What a check finds of plans is told in other numbers now. A draft that was checked before is checked again.
delete from configuration_checks;
