CREATE TABLE "accounts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"ledger_id" text collate "C" NOT NULL,
	"holder_kind" text collate "C" NOT NULL,
	"holder_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"group_id" text collate "C",
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "agreement_parties" (
	"agreement_id" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	CONSTRAINT "agreement_parties_agreement_id_institution_id_pk" PRIMARY KEY("agreement_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"alliance_id" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"forms_alliance_id" text collate "C",
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alliances" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_en" text collate "C",
	"search_key" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"lead_label" text collate "C",
	"zone" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"parent_id" text collate "C",
	"founded_on" text collate "C",
	"ends_on" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"scope_kind" text collate "C" NOT NULL,
	"scope_id" text collate "C" NOT NULL,
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"acted_as" text collate "C" NOT NULL,
	"verb" text collate "C" NOT NULL,
	"noun" text collate "C" NOT NULL,
	"noun_id" text collate "C" NOT NULL,
	"fields" text NOT NULL,
	"reason" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"instrument_id" text collate "C" NOT NULL,
	"exclusive" boolean NOT NULL,
	"places" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"occupied_until" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	"live" boolean NOT NULL,
	"kind" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"booked_by_id" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"group_id" text collate "C",
	"project_id" text collate "C",
	"alliance_id" text collate "C",
	"agreement_id" text collate "C",
	"sharing_term_id" text collate "C",
	"quota" text collate "C" NOT NULL,
	"price_category" text collate "C" NOT NULL,
	"policy_id" text collate "C" NOT NULL,
	"policy" text NOT NULL,
	"title" text collate "C",
	"details" text NOT NULL,
	"override" text,
	"expires_at" bigint,
	"checked_in_at" bigint,
	"checked_out_at" bigint,
	"ended_at" bigint,
	"reuse_due_at" bigint,
	"cancelled_late" boolean NOT NULL,
	"decision_by_id" text collate "C",
	"decision_reason" text collate "C",
	"source" text collate "C",
	"external_id" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "bookings_span" CHECK (starts_at < ends_at and starts_at < occupied_until),
	CONSTRAINT "bookings_places" CHECK (places >= 1 and (places = 1 or not exclusive)),
	CONSTRAINT "bookings_live" CHECK (live = (state not in ('cancelled', 'rejected', 'expired', 'no_show', 'displaced')))
);
--> statement-breakpoint
CREATE TABLE "day_rollups" (
	"instrument_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"calendar_seconds" bigint NOT NULL,
	"open_seconds" bigint NOT NULL,
	"planned_down_seconds" bigint NOT NULL,
	"unplanned_down_seconds" bigint NOT NULL,
	"available_seconds" bigint NOT NULL,
	"idle_seconds" bigint NOT NULL,
	"failures" bigint NOT NULL,
	"repair_seconds" bigint NOT NULL,
	"reserved_seconds" bigint NOT NULL,
	"used_seconds" bigint NOT NULL,
	"used_in_reservation_seconds" bigint NOT NULL,
	"used_by_members_seconds" bigint NOT NULL,
	"used_by_outsiders_seconds" bigint NOT NULL,
	"no_show_seconds" bigint NOT NULL,
	"late_cancel_seconds" bigint NOT NULL,
	"early_finish_seconds" bigint NOT NULL,
	"off_hours_seconds" bigint NOT NULL,
	"runs" bigint NOT NULL,
	"bookings" bigint NOT NULL,
	"no_shows" bigint NOT NULL,
	"late_cancels" bigint NOT NULL,
	CONSTRAINT "day_rollups_instrument_id_day_pk" PRIMARY KEY("instrument_id","day")
);
--> statement-breakpoint
CREATE TABLE "dirty_days" (
	"instrument_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"mark" bigint NOT NULL,
	CONSTRAINT "dirty_days_instrument_id_day_pk" PRIMARY KEY("instrument_id","day")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_en" text collate "C",
	"investigator_id" text collate "C",
	"default_project_id" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"actor_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"fingerprint" text collate "C" NOT NULL,
	"outcome" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"issuer" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_en" text collate "C",
	"search_key" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"jurisdiction" text collate "C" NOT NULL,
	"uscc" text collate "C",
	"ror" text collate "C",
	"own_id" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"pool_id" text collate "C",
	"asset_number" text collate "C",
	"class_code" text collate "C",
	"resource_class" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_en" text collate "C",
	"search_key" text collate "C" NOT NULL,
	"exclusive" boolean NOT NULL,
	"capacity" bigint NOT NULL,
	"turnaround_seconds" bigint NOT NULL,
	"zone" text collate "C" NOT NULL,
	"location" text collate "C",
	"maker" text collate "C",
	"model" text collate "C",
	"serial" text collate "C",
	"origin" text collate "C",
	"purpose" text collate "C" NOT NULL,
	"source" text collate "C",
	"original_value_minor" bigint,
	"currency" text collate "C" NOT NULL,
	"commissioned_on" text collate "C",
	"customs_supervised_until" text collate "C",
	"technique" text collate "C",
	"service_text" text collate "C",
	"contact" text collate "C",
	"details" text NOT NULL,
	"operating_state" text collate "C" NOT NULL,
	"may_book" text NOT NULL,
	"invited_project_ids" text NOT NULL,
	"publication" text collate "C" NOT NULL,
	"external_id" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint,
	CONSTRAINT "instruments_exclusive" UNIQUE("id","exclusive"),
	CONSTRAINT "instruments_capacity" CHECK (capacity >= 1),
	CONSTRAINT "instruments_turnaround" CHECK (turnaround_seconds >= 0)
);
--> statement-breakpoint
CREATE TABLE "ledgers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"alliance_id" text collate "C" NOT NULL,
	"resource_class" text collate "C" NOT NULL,
	"unit" text collate "C" NOT NULL,
	"zone" text collate "C" NOT NULL,
	"pooled" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"ledger_id" text collate "C" NOT NULL,
	"account_id" text collate "C" NOT NULL,
	"period_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint NOT NULL,
	"bounded" boolean NOT NULL,
	"overdraft" bigint NOT NULL,
	"granted" bigint NOT NULL,
	"held" bigint NOT NULL,
	"used" bigint NOT NULL,
	"forfeited" bigint NOT NULL,
	"expired" bigint NOT NULL,
	"carried" bigint NOT NULL,
	"last_transfer_id" text collate "C",
	CONSTRAINT "lots_available" CHECK (not bounded or granted - held - used - forfeited - expired - carried + overdraft >= 0),
	CONSTRAINT "lots_held" CHECK (held >= 0),
	CONSTRAINT "lots_used" CHECK (used >= 0 and forfeited >= 0 and expired >= 0 and carried >= 0),
	CONSTRAINT "lots_granted" CHECK (granted >= 0)
);
--> statement-breakpoint
CREATE TABLE "membership_roles" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"membership_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"label" text collate "C",
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"alliance_id" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"booking_right" text collate "C" NOT NULL,
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "month_rollups" (
	"instrument_id" text collate "C" NOT NULL,
	"month" text collate "C" NOT NULL,
	"calendar_seconds" bigint NOT NULL,
	"open_seconds" bigint NOT NULL,
	"planned_down_seconds" bigint NOT NULL,
	"unplanned_down_seconds" bigint NOT NULL,
	"available_seconds" bigint NOT NULL,
	"idle_seconds" bigint NOT NULL,
	"failures" bigint NOT NULL,
	"repair_seconds" bigint NOT NULL,
	"reserved_seconds" bigint NOT NULL,
	"used_seconds" bigint NOT NULL,
	"used_in_reservation_seconds" bigint NOT NULL,
	"used_by_members_seconds" bigint NOT NULL,
	"used_by_outsiders_seconds" bigint NOT NULL,
	"no_show_seconds" bigint NOT NULL,
	"late_cancel_seconds" bigint NOT NULL,
	"early_finish_seconds" bigint NOT NULL,
	"off_hours_seconds" bigint NOT NULL,
	"runs" bigint NOT NULL,
	"bookings" bigint NOT NULL,
	"no_shows" bigint NOT NULL,
	"late_cancels" bigint NOT NULL,
	CONSTRAINT "month_rollups_instrument_id_month_pk" PRIMARY KEY("instrument_id","month")
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"instrument_id" text collate "C" NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"reason" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text collate "C",
	"retired_at" bigint,
	CONSTRAINT "outages_span" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C",
	"name_en" text collate "C",
	"search_key" text collate "C" NOT NULL,
	"email" text collate "C",
	"phone" text collate "C",
	"user_kind" text collate "C" NOT NULL,
	"locale" text collate "C" NOT NULL,
	"password_hash" text collate "C",
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"ledger_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"state" text collate "C" NOT NULL,
	CONSTRAINT "periods_span" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
CREATE TABLE "instrument_photos" (
	"instrument_id" text collate "C" PRIMARY KEY NOT NULL,
	"media_type" text collate "C" NOT NULL,
	"content" "bytea" NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"instrument_id" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"effective_from" bigint NOT NULL,
	"rules" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "pools" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_en" text collate "C",
	"search_key" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "project_members" (
	"project_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C",
	CONSTRAINT "project_members_project_id_person_id_pk" PRIMARY KEY("project_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"group_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"starts_on" text collate "C" NOT NULL,
	"ends_on" text collate "C",
	"funding_codes" text NOT NULL,
	"disciplines" text NOT NULL,
	"shows_titles" boolean NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "rollup_heads" (
	"instrument_id" text collate "C" PRIMARY KEY NOT NULL,
	"definitions" text collate "C" NOT NULL,
	"first_day" text collate "C" NOT NULL,
	"next_day" text collate "C" NOT NULL,
	"due_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"booking_id" text collate "C",
	"instrument_id" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"alliance_id" text collate "C",
	"person_id" text collate "C",
	"project_id" text collate "C",
	"places" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"mode" text collate "C" NOT NULL,
	"quantity" bigint NOT NULL,
	"samples" bigint,
	"prep_seconds" bigint NOT NULL,
	"run_seconds" bigint NOT NULL,
	"post_seconds" bigint NOT NULL,
	"idle_seconds" bigint NOT NULL,
	"evidence" text collate "C" NOT NULL,
	"booked_seconds" bigint NOT NULL,
	"used_seconds" bigint NOT NULL,
	"charged_units" bigint NOT NULL,
	"rating" bigint,
	"rating_text" text collate "C",
	"agreement_signed" boolean NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "runs_span" CHECK (starts_at <= ends_at)
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"ledger_id" text collate "C" NOT NULL,
	"seq" bigint NOT NULL,
	"transfer_id" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	CONSTRAINT "seals_ledger_id_seq_pk" PRIMARY KEY("ledger_id","seq"),
	CONSTRAINT "seals_seq" CHECK (seq >= 1)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"previous_token_hash" text collate "C",
	"rotated_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_by" text collate "C",
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sharing_terms" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"instrument_id" text collate "C" NOT NULL,
	"audience" text collate "C" NOT NULL,
	"alliance_id" text collate "C",
	"starts_at" bigint NOT NULL,
	"ends_at" bigint,
	"visibility" text collate "C" NOT NULL,
	"price_category" text collate "C" NOT NULL,
	"quota" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text collate "C" PRIMARY KEY NOT NULL,
	"secret" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "site_images" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"media_type" text collate "C" NOT NULL,
	"content" "bytea" NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"ledger_id" text collate "C" NOT NULL,
	"period_id" text collate "C" NOT NULL,
	"op" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"source_lot_id" text collate "C",
	"destination_lot_id" text collate "C",
	"amount" bigint NOT NULL,
	"pending_id" text collate "C",
	"reversal_of" text collate "C",
	"batch_id" text collate "C",
	"booking_id" text collate "C",
	"leg" bigint,
	"revision" bigint,
	"effective_at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"reason" text collate "C",
	"document_number" text collate "C",
	"salt" text collate "C" NOT NULL,
	"digest" text collate "C" NOT NULL,
	CONSTRAINT "transfers_amount" CHECK (amount > 0 or (amount = 0 and op = 'settle')),
	CONSTRAINT "transfers_resolution" CHECK ((op in ('settle', 'release')) = (pending_id is not null)),
	CONSTRAINT "transfers_reversal" CHECK ((kind = 'reversal') = (reversal_of is not null))
);
--> statement-breakpoint
CREATE TABLE "user_day_rollups" (
	"instrument_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"alliance_id" text collate "C" NOT NULL,
	"reserved_seconds" bigint NOT NULL,
	"used_seconds" bigint NOT NULL,
	"used_in_reservation_seconds" bigint NOT NULL,
	"used_by_members_seconds" bigint NOT NULL,
	"used_by_outsiders_seconds" bigint NOT NULL,
	"no_show_seconds" bigint NOT NULL,
	"late_cancel_seconds" bigint NOT NULL,
	"early_finish_seconds" bigint NOT NULL,
	"off_hours_seconds" bigint NOT NULL,
	"runs" bigint NOT NULL,
	"bookings" bigint NOT NULL,
	"no_shows" bigint NOT NULL,
	"late_cancels" bigint NOT NULL,
	CONSTRAINT "user_day_rollups_instrument_id_day_institution_id_alliance_id_pk" PRIMARY KEY("instrument_id","day","institution_id","alliance_id")
);
--> statement-breakpoint
CREATE TABLE "user_month_rollups" (
	"instrument_id" text collate "C" NOT NULL,
	"month" text collate "C" NOT NULL,
	"institution_id" text collate "C" NOT NULL,
	"alliance_id" text collate "C" NOT NULL,
	"reserved_seconds" bigint NOT NULL,
	"used_seconds" bigint NOT NULL,
	"used_in_reservation_seconds" bigint NOT NULL,
	"used_by_members_seconds" bigint NOT NULL,
	"used_by_outsiders_seconds" bigint NOT NULL,
	"no_show_seconds" bigint NOT NULL,
	"late_cancel_seconds" bigint NOT NULL,
	"early_finish_seconds" bigint NOT NULL,
	"off_hours_seconds" bigint NOT NULL,
	"runs" bigint NOT NULL,
	"bookings" bigint NOT NULL,
	"no_shows" bigint NOT NULL,
	"late_cancels" bigint NOT NULL,
	CONSTRAINT "user_month_rollups_instrument_id_month_institution_id_alliance_id_pk" PRIMARY KEY("instrument_id","month","institution_id","alliance_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_ledger_id_ledgers_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."ledgers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_alliance_id_alliances_id_fk" FOREIGN KEY ("alliance_id") REFERENCES "public"."alliances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_booked_by_id_people_id_fk" FOREIGN KEY ("booked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_instrument" FOREIGN KEY ("instrument_id","exclusive") REFERENCES "public"."instruments"("id","exclusive") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledgers" ADD CONSTRAINT "ledgers_alliance_id_alliances_id_fk" FOREIGN KEY ("alliance_id") REFERENCES "public"."alliances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_ledger_id_ledgers_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."ledgers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_alliance_id_alliances_id_fk" FOREIGN KEY ("alliance_id") REFERENCES "public"."alliances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_ledger_id_ledgers_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."ledgers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_photos" ADD CONSTRAINT "instrument_photos_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_ledger_id_ledgers_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."ledgers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_terms" ADD CONSTRAINT "sharing_terms_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_ledger_id_ledgers_id_fk" FOREIGN KEY ("ledger_id") REFERENCES "public"."ledgers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_source_lot_id_lots_id_fk" FOREIGN KEY ("source_lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_destination_lot_id_lots_id_fk" FOREIGN KEY ("destination_lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_holder" ON "accounts" USING btree ("ledger_id","holder_kind","holder_id");--> statement-breakpoint
CREATE INDEX "affiliations_person" ON "affiliations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "affiliations_institution" ON "affiliations" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "agreements_alliance" ON "agreements" USING btree ("alliance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "alliances_slug" ON "alliances" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "alliances_parent" ON "alliances" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_once" ON "appointments" USING btree ("person_id","role","scope_kind","scope_id","starts_on");--> statement-breakpoint
CREATE INDEX "appointments_scope" ON "appointments" USING btree ("scope_kind","scope_id");--> statement-breakpoint
CREATE INDEX "audit_noun" ON "audit" USING btree ("noun","noun_id","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "bookings_occupied" ON "bookings" USING btree ("instrument_id","live","occupied_until");--> statement-breakpoint
CREATE INDEX "bookings_end" ON "bookings" USING btree ("instrument_id","ends_at");--> statement-breakpoint
CREATE INDEX "bookings_person" ON "bookings" USING btree ("person_id","ends_at");--> statement-breakpoint
CREATE INDEX "bookings_booked_by" ON "bookings" USING btree ("booked_by_id","ends_at");--> statement-breakpoint
CREATE INDEX "bookings_group" ON "bookings" USING btree ("group_id","ends_at");--> statement-breakpoint
CREATE INDEX "bookings_institution" ON "bookings" USING btree ("institution_id","ends_at");--> statement-breakpoint
CREATE INDEX "bookings_project" ON "bookings" USING btree ("project_id","ends_at");--> statement-breakpoint
CREATE INDEX "bookings_due" ON "bookings" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_reuse_due" ON "bookings" USING btree ("reuse_due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_external_id" ON "bookings" USING btree ("source","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("institution_id","name");--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_subject" ON "identities" USING btree ("issuer","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "institutions_uscc" ON "institutions" USING btree ("uscc");--> statement-breakpoint
CREATE UNIQUE INDEX "institutions_ror" ON "institutions" USING btree ("ror");--> statement-breakpoint
CREATE UNIQUE INDEX "institutions_own_id" ON "institutions" USING btree ("own_id");--> statement-breakpoint
CREATE INDEX "institutions_name" ON "institutions" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "instruments_asset_number" ON "instruments" USING btree ("institution_id","asset_number");--> statement-breakpoint
CREATE UNIQUE INDEX "instruments_external_id" ON "instruments" USING btree ("institution_id","external_id");--> statement-breakpoint
CREATE INDEX "instruments_pool" ON "instruments" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "instruments_technique" ON "instruments" USING btree ("technique");--> statement-breakpoint
CREATE UNIQUE INDEX "ledgers_once" ON "ledgers" USING btree ("alliance_id","resource_class","unit");--> statement-breakpoint
CREATE UNIQUE INDEX "logins_value" ON "logins" USING btree ("value");--> statement-breakpoint
CREATE INDEX "logins_person" ON "logins" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lots_once" ON "lots" USING btree ("account_id","period_id","kind");--> statement-breakpoint
CREATE INDEX "lots_ledger" ON "lots" USING btree ("ledger_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_roles_once" ON "membership_roles" USING btree ("membership_id","role","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("alliance_id","institution_id","starts_on");--> statement-breakpoint
CREATE INDEX "memberships_institution" ON "memberships" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "outages_end" ON "outages" USING btree ("instrument_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "periods_start" ON "periods" USING btree ("ledger_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "policies_revision" ON "policies" USING btree ("instrument_id","revision");--> statement-breakpoint
CREATE INDEX "policies_effective" ON "policies" USING btree ("instrument_id","effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "pools_name" ON "pools" USING btree ("institution_id","name");--> statement-breakpoint
CREATE INDEX "project_members_person" ON "project_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_code" ON "projects" USING btree ("group_id","code");--> statement-breakpoint
CREATE INDEX "rollup_heads_due" ON "rollup_heads" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_booking" ON "runs" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "runs_end" ON "runs" USING btree ("instrument_id","ends_at");--> statement-breakpoint
CREATE INDEX "runs_person" ON "runs" USING btree ("person_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "seals_transfer" ON "seals" USING btree ("transfer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sharing_terms_instrument" ON "sharing_terms" USING btree ("instrument_id");--> statement-breakpoint
CREATE INDEX "sharing_terms_alliance" ON "sharing_terms" USING btree ("alliance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_pending" ON "transfers" USING btree ("pending_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_once" ON "transfers" USING btree ("booking_id","leg","op","kind","revision");--> statement-breakpoint
CREATE INDEX "transfers_ledger" ON "transfers" USING btree ("ledger_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "transfers_reversal" ON "transfers" USING btree ("reversal_of");--> statement-breakpoint
CREATE INDEX "transfers_document" ON "transfers" USING btree ("ledger_id","document_number") WHERE document_number is not null;--> statement-breakpoint
CREATE INDEX "transfers_source" ON "transfers" USING btree ("source_lot_id","id");--> statement-breakpoint
CREATE INDEX "transfers_destination" ON "transfers" USING btree ("destination_lot_id","id");