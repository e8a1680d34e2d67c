-- Offices and benefits as known at an instant. A row that names a row that does not exist then does not exist either,
-- so a benefit stands only with its client, its office and the office's district. Plain stable SQL: the planner puts
-- the text in place of the call, so a scope joined to it still finds its index. The joins are outer ones and judged
-- afterwards because the planner takes three intervals of knowledge for a filter that leaves one row in a hundred.
create function organisation.offices_at(known_before timestamptz)
returns table (office_key smallint, office_id text, name text, district_id text) language sql stable as $$
  select o.office_key, o.office_id, o.name, o.district_id
  from organisation.offices o
  join organisation.districts d on d.district_id = o.district_id
    and d.known_from < known_before and known_before <= d.known_to and not d.withdrawn
  where o.known_from < known_before and known_before <= o.known_to and not o.withdrawn
$$;
create function registry.benefits_at(known_before timestamptz)
returns table (
  benefit_id text, client_key bigint, scheme text, variant text, insurer text, work_capacity text, start_date date,
  end_date date, office_key smallint, office_id text, district_id text
) language sql stable as $$
  select b.benefit_id, b.client_key, b.scheme, b.variant, coalesce(b.insurer, 'public'), b.work_capacity, b.start_date,
    b.end_date, o.office_key, o.office_id, o.district_id
  from registry.benefits b
  left join registry.clients c on c.client_key = b.client_key
    and c.known_from < known_before and known_before <= c.known_to and not c.withdrawn
  left join organisation.offices_at(known_before) o on o.office_id = b.office_id
  where b.known_from < known_before and known_before <= b.known_to and not b.withdrawn
    and coalesce(c.client_key, 0) <> 0 and coalesce(o.office_key, 0) <> 0
$$;
grant execute on function organisation.offices_at(timestamptz), registry.benefits_at(timestamptz) to {{app}}, {{figures}};

-- Norms as data. A version is valid from a date until the next one of its norm; its number is the rank of valid_from.
create schema coverage;
grant usage on schema coverage to {{app}}, {{figures}};

create table coverage.norm_version (
  norm_id text collate "C" not null,
  valid_from date not null,
  -- the whole norm in the JSON of its public definition
  definition jsonb not null,
  -- null: the preset that came with the product
  entry_id bigint references platform.entry,
  primary key (norm_id, valid_from)
);
grant select, insert on coverage.norm_version to {{app}};
grant select on coverage.norm_version to {{figures}};

-- The preset nl-2019: the agreements of 2019 as far as they are published. "3 months" is a default without a source.
insert into coverage.norm_version (norm_id, valid_from, definition)
select definition ->> 'id', (definition ->> 'validFrom')::date, definition
from jsonb_array_elements($preset$[
  {"id": "wia-personal", "readingOf": null, "weight": "must", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Persoonlijk gesprek WIA", "en": "Personal conversation WIA"},
   "source": "Balans 2019: minimaal 90% van alle klanten die sinds 2017 instroomden heeft ten minste één gesprek per jaar",
   "population": {"scheme": "WIA_WGA", "insurer": "public", "workCapacityNot": ["no"], "startFrom": "2017-01-01"},
   "counts": "conversation",
   "obligations": {"first": {"months": 3}, "every": {"months": 12}, "eachCalendarYear": true},
   "targets": {"shareYear": 0.9}},
  {"id": "wia-personal-contact", "readingOf": "wia-personal", "weight": "must", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Persoonlijk contact WIA (kerncijfers 2019)", "en": "Personal contact WIA (key figures 2019)"},
   "source": "Kerncijfers 2019 van het ministerie: telt een contact, geen gesprek",
   "population": {"scheme": "WIA_WGA", "insurer": "public", "workCapacityNot": ["no"], "startFrom": "2017-01-01"},
   "counts": "contact",
   "obligations": {"first": {"months": 3}, "every": {"months": 12}, "eachCalendarYear": true},
   "targets": {"shareYear": 0.9}},
  {"id": "wia-frequency", "readingOf": null, "weight": "advised", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Gemiddeld aantal contacten WIA", "en": "Mean number of contacts WIA"},
   "source": "Balans 2019: gemiddeld 1,8 contacten",
   "population": {"scheme": "WIA_WGA", "insurer": "public", "workCapacityNot": ["no"], "startFrom": "2017-01-01"},
   "counts": "contact",
   "obligations": {"first": {"months": 3}, "every": {"months": 6}},
   "targets": {"meanYear": 1.8}},
  {"id": "wajong-personal", "readingOf": null, "weight": "must", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Persoonlijk contact Wajong", "en": "Personal contact Wajong"},
   "source": "Balans 2019: ten minste één contact per jaar met alle Wajongers met arbeidsvermogen die niet werken of voor wie een traject is ingekocht",
   "population": {"scheme": "WAJONG", "workCapacity": ["yes"], "anyOf": [{"jobOpen": false}, {"trajectoryRunning": true}]},
   "counts": "contact",
   "obligations": {"first": {"months": 3}, "every": {"months": 12}, "eachCalendarYear": true},
   "targets": {"shareYear": 1}},
  {"id": "wajong-personal-unpurchased", "readingOf": "wajong-personal", "weight": "must", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Persoonlijk contact Wajong (zonder ingekocht traject)", "en": "Personal contact Wajong (without purchased trajectory)"},
   "source": "Jaarverslag UWV 2018: die niet werken en voor wie geen traject is ingekocht",
   "population": {"scheme": "WAJONG", "workCapacity": ["yes"], "jobOpen": false, "trajectoryRunning": false},
   "counts": "contact",
   "obligations": {"first": {"months": 3}, "every": {"months": 12}, "eachCalendarYear": true},
   "targets": {"shareYear": 1}},
  {"id": "ww-orientation", "readingOf": null, "weight": "must", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Uitnodiging werkoriëntatiegesprek WW", "en": "Invitation for the orientation conversation WW"},
   "source": "Jaarverslagen UWV 2016-2019: kans van ten hoogste 50%, uitgenodigd binnen vier weken",
   "population": {"scheme": "WW", "firstScoreMax": 0.5},
   "counts": "invited",
   "obligations": {"once": {"days": 28}},
   "targets": {}},
  {"id": "ww-monitoring", "readingOf": null, "weight": "must", "validFrom": "2017-01-01", "validTo": null,
   "title": {"nl": "Monitoringgesprek WW", "en": "Monitoring conversation WW"},
   "source": "Jaarverslagen UWV 2016-2019: monitoringgesprek uiterlijk in maand 7",
   "population": {"scheme": "WW"},
   "counts": "conversation",
   "obligations": {"once": {"months": 7}},
   "targets": {}}
]$preset$) as preset (definition);
