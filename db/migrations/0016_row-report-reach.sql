-- `details` quotes values of refused rows, names and notes on health among them: the data steward reads them, as the
-- contracts say, and nobody else. Counts per file are made without them, by the role that writes nothing.
revoke select on deliveries.row_report from {{app}}, {{figures}};
grant select on deliveries.row_report to {{app}};
grant select (delivery_id, file, line, verdict, codes) on deliveries.row_report to {{figures}};
alter table deliveries.row_report enable row level security;
create policy steward on deliveries.row_report for select to {{app}}
  using ((select current_setting('sluitend.role', true)) in ('data_steward', 'machine'));
create policy figures on deliveries.row_report for select to {{figures}} using (true);
