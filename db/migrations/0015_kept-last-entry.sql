-- The number of acts that an evaluation was made from was counted on every reading, over all acts ever entered. Moments
-- of acts only grow, so the last one before the end of `known` tells the same. What was kept is computed, and is made anew.
delete from coverage.kept_evaluation;
alter table coverage.kept_evaluation drop column entries;
-- the last act entered before the end of `known` at the time; null without any
alter table coverage.kept_evaluation add column last_entry bigint;
