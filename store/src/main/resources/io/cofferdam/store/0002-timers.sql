create table cofferdam_timer (
  task_name varchar(100) not null,
  task_instance varchar(200) not null,
  task_data ${bytes},
  execution_time ${instant},
  picked ${truth} not null,
  picked_by varchar(100),
  last_success ${instant},
  last_failure ${instant},
  consecutive_failures integer,
  last_heartbeat ${instant},
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index cofferdam_timer_due on cofferdam_timer (execution_time);
create index cofferdam_timer_heartbeat on cofferdam_timer (last_heartbeat)
