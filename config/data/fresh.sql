-- made from migrations ce638fc96afef9a75cb62f41382506ccb3e77f6a8b71cbf8a3f9170a9bd8ba64
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "accounts_audithead" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hash" varchar(64) NOT NULL);
CREATE TABLE "accounts_province" ("code" varchar(2) NOT NULL PRIMARY KEY, "name_vi" varchar(40) NOT NULL, "name_en" varchar(40) NOT NULL, "kind_vi" varchar(20) NOT NULL, "sort_key" varchar(400) NOT NULL);
CREATE TABLE "accounts_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_auditevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "action" varchar(60) NOT NULL, "subject" varchar(80) NOT NULL, "detail" text NOT NULL CHECK ((JSON_VALID("detail") OR "detail" IS NULL)), "at" datetime NOT NULL, "previous" varchar(64) NOT NULL, "hash" varchar(64) NOT NULL UNIQUE, "actor_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
CREATE TABLE "accounts_auditcheck" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "asked_at" datetime NOT NULL, "finished_at" datetime NULL, "entries" integer unsigned NOT NULL CHECK ("entries" >= 0), "faults" text NOT NULL CHECK ((JSON_VALID("faults") OR "faults" IS NULL)), "asked_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "public_id" char(32) NOT NULL UNIQUE, "email" varchar(254) NOT NULL UNIQUE, "full_name" varchar(120) NOT NULL, "name_folded" varchar(120) NOT NULL, "name_sort_key" varchar(1000) NOT NULL, "language" varchar(2) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "is_demo" bool NOT NULL, "date_joined" datetime NOT NULL, "province_id" varchar(2) NULL REFERENCES "accounts_province" ("code") DEFERRABLE INITIALLY DEFERRED, "muted" text NOT NULL CHECK ((JSON_VALID("muted") OR "muted" IS NULL)), "phone" varchar(16) NOT NULL);
CREATE TABLE "accounts_rolegrant" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(30) NOT NULL, "reason" varchar(200) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NULL, "granted_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "public_id" char(32) NOT NULL UNIQUE, "taken_back_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "taken_back_on" date NULL, "taken_back_why" varchar(200) NOT NULL, CONSTRAINT "role_ends_after_it_begins" CHECK (("ends_on" IS NULL OR "ends_on" >= ("starts_on"))), CONSTRAINT "role_granted_by_another" CHECK (("granted_by_id" IS NULL OR NOT ("granted_by_id" = ("person_id") AND "granted_by_id" IS NOT NULL))), CONSTRAINT "role_taken_back_for_a_reason" CHECK (("taken_back_on" IS NULL OR NOT ("taken_back_why" = ''))));
CREATE TABLE "accounts_coordinator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "named_at" datetime NOT NULL, "named_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NOT NULL REFERENCES "accounts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "coordinator_once" UNIQUE ("person_id", "organisation_id"));
CREATE TABLE "accounts_organisation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "code" varchar(40) NOT NULL UNIQUE, "name_vi" varchar(200) NOT NULL, "name_en" varchar(200) NOT NULL, "kind" varchar(20) NOT NULL, "province_id" varchar(2) NULL REFERENCES "accounts_province" ("code") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "accounts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "organisation_not_above_itself" CHECK (NOT ("parent_id" = ("id") AND "parent_id" IS NOT NULL)));
CREATE TABLE "accounts_membership" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "since" date NOT NULL, "until" date NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NOT NULL REFERENCES "accounts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "confirmed_at" datetime NULL, "confirmed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "public_id" char(32) NOT NULL UNIQUE, "noted_at" datetime NOT NULL, CONSTRAINT "membership_once" UNIQUE ("person_id", "organisation_id", "since"), CONSTRAINT "membership_ends_after_it_begins" CHECK (("until" IS NULL OR "until" >= ("since"))), CONSTRAINT "membership_confirmed_by_another" CHECK (("confirmed_by_id" IS NULL OR NOT ("confirmed_by_id" = ("person_id") AND "confirmed_by_id" IS NOT NULL))));
CREATE TABLE "allauth_idp_oidc_token" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(2) NOT NULL, "hash" varchar(255) NOT NULL, "data" text NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "created_at" datetime NOT NULL, "expires_at" datetime NULL, "scopes" text NOT NULL, "client_id" varchar(100) NULL REFERENCES "allauth_idp_oidc_client" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "allauth_idp_oidc_client" ("id" varchar(100) NOT NULL PRIMARY KEY, "name" varchar(100) NOT NULL, "secret" varchar(200) NOT NULL, "scopes" text NOT NULL, "type" varchar(20) NOT NULL, "grant_types" text NOT NULL, "redirect_uris" text NOT NULL, "cors_origins" text NOT NULL, "response_types" text NOT NULL, "skip_consent" bool NOT NULL, "created_at" datetime NOT NULL, "data" text NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "owner_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "default_scopes" text NOT NULL, "allow_uri_wildcards" bool NOT NULL);
CREATE TABLE "certificates_expertfield" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "name_vi" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0));
CREATE TABLE "certificates_dossierevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "act" varchar(20) NOT NULL, "note" text NOT NULL, "at" datetime NOT NULL, "by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_numbercounter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "series" varchar(20) NOT NULL, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "last" integer unsigned NOT NULL CHECK ("last" >= 0), CONSTRAINT "counter_once" UNIQUE ("series", "year"), CONSTRAINT "counter_year_full" CHECK ("last" <= 9999));
CREATE TABLE "certificates_scheme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "prefix" varchar(4) NOT NULL UNIQUE, CONSTRAINT "scheme_prefix_is_four_capitals" CHECK ("prefix" REGEXP '^[A-Z]{4}$'));
CREATE TABLE "certificates_schemeversion_fields" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "schemeversion_id" bigint NOT NULL REFERENCES "certificates_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, "expertfield_id" bigint NOT NULL REFERENCES "certificates_expertfield" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_certificatedocument" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "state" varchar(12) NOT NULL, "attempts" smallint unsigned NOT NULL CHECK ("attempts" >= 0), "error" text NOT NULL, "file" varchar(100) NOT NULL, "sha256" varchar(64) NOT NULL, "produced_at" datetime NULL, "certificate_id" bigint NOT NULL UNIQUE REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "credential_id" bigint NULL REFERENCES "certificates_credential" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "document_state_known" CHECK ("state" IN ('on_request', 'pending', 'ready', 'failed')), CONSTRAINT "document_ready_has_file" CHECK ((NOT ("state" = 'ready') OR (NOT ("file" = '') AND NOT ("sha256" = '')))));
CREATE TABLE "certificates_evidence" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "reference" varchar(40) NOT NULL, "value" decimal NOT NULL, "title_vi" varchar(200) NOT NULL, "title_en" varchar(200) NOT NULL, "obtained_on" date NOT NULL, "source_key" varchar(120) NOT NULL UNIQUE, "recorded_at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "evidence_value_not_negative" CHECK ("value" >= '0'), CONSTRAINT "evidence_of_a_known_kind" CHECK ("kind" IN ('training_hours', 'exam', 'education', 'experience', 'project')));
CREATE TABLE "certificates_evidenceactor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(10) NOT NULL, "evidence_id" bigint NOT NULL REFERENCES "certificates_evidence" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "evidence_actor_once" UNIQUE ("evidence_id", "person_id", "part"), CONSTRAINT "evidence_actor_part_known" CHECK ("part" IN ('trained', 'examined')));
CREATE TABLE "certificates_dossier" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "state" varchar(20) NOT NULL, "education" text NOT NULL, "experience_years" decimal NOT NULL, "experience" text NOT NULL, "project_count" smallint unsigned NOT NULL CHECK ("project_count" >= 0), "projects" text NOT NULL, "conduct_version" varchar(20) NOT NULL, "conduct_agreed_at" datetime NULL, "started_at" datetime NOT NULL, "submitted_at" datetime NULL, "checked_at" datetime NULL, "applicant_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "checked_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "field_id" bigint NULL REFERENCES "certificates_expertfield" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_id" bigint NOT NULL REFERENCES "certificates_scheme" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_version_id" bigint NOT NULL REFERENCES "certificates_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "dossier_state_known" CHECK ("state" IN ('draft', 'submitted', 'needs_more', 'eligible', 'not_eligible', 'granted', 'refused')), CONSTRAINT "dossier_submitted_with_agreement" CHECK (("state" = 'draft' OR ("conduct_agreed_at" IS NOT NULL AND "field_id" IS NOT NULL AND "submitted_at" IS NOT NULL))), CONSTRAINT "dossier_checked_by_another" CHECK (("checked_by_id" IS NULL OR NOT ("checked_by_id" = ("applicant_id") AND "checked_by_id" IS NOT NULL))), CONSTRAINT "dossier_judged_after_check" CHECK ((NOT ("state" IN ('eligible', 'not_eligible', 'granted', 'refused')) OR "checked_by_id" IS NOT NULL)));
CREATE TABLE "certificates_certificate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" varchar(14) NOT NULL UNIQUE, "holder_name" varchar(120) NOT NULL, "name_folded" varchar(120) NOT NULL, "name_sort_key" varchar(1000) NOT NULL, "scheme_code" varchar(20) NOT NULL, "level" varchar(20) NOT NULL, "organisation_kind" varchar(20) NOT NULL, "issued_at" datetime NOT NULL, "issued_on" date NOT NULL, "valid_until" date NOT NULL, "counted_in" varchar(9) NOT NULL, "counted_higher_in" varchar(9) NOT NULL, "snapshot" text NOT NULL CHECK ((JSON_VALID("snapshot") OR "snapshot" IS NULL)), "holder_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "accounts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "province_id" varchar(2) NULL REFERENCES "accounts_province" ("code") DEFERRABLE INITIALLY DEFERRED, "decision_id" bigint NOT NULL UNIQUE REFERENCES "certificates_decision" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL UNIQUE REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "field_id" bigint NOT NULL REFERENCES "certificates_expertfield" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_version_id" bigint NOT NULL REFERENCES "certificates_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, "begins_on" date NULL, CONSTRAINT "certificate_dates" CHECK ("valid_until" >= ("issued_on")));
CREATE TABLE "certificates_statusproposal" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "event" varchar(12) NOT NULL, "reason_vi" text NOT NULL, "reason_en" text NOT NULL, "proposed_at" datetime NOT NULL, "state" varchar(10) NOT NULL, "settled_at" datetime NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "proposed_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "settled_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "proposal_four_eyes" CHECK (("settled_by_id" IS NULL OR NOT ("settled_by_id" = ("proposed_by_id") AND "settled_by_id" IS NOT NULL))), CONSTRAINT "proposal_settled_by_somebody" CHECK ((("settled_by_id" IS NULL AND "state" = 'open') OR (NOT ("state" = 'open') AND "settled_by_id" IS NOT NULL))), CONSTRAINT "proposal_event_known" CHECK ("event" IN ('suspended', 'reinstated', 'withdrawn')));
CREATE TABLE "certificates_target" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(40) NOT NULL UNIQUE, "period" varchar(9) NOT NULL, "qualifier" varchar(10) NOT NULL, "low" decimal NOT NULL, "high" decimal NOT NULL, "unit" varchar(20) NOT NULL, "wording_vi" text NOT NULL, "wording_en" text NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "parent_id" bigint NULL REFERENCES "certificates_target" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "target_range" CHECK ("high" >= ("low")));
CREATE TABLE "certificates_checkpoint" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "size" bigint unsigned NOT NULL UNIQUE CHECK ("size" >= 0), "root" varchar(64) NOT NULL, "note" text NOT NULL, "at" datetime NOT NULL);
CREATE TABLE "certificates_loghead" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "last_at" datetime NULL);
CREATE TABLE "certificates_logtile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "index" bigint unsigned NOT NULL CHECK ("index" >= 0), "root" varchar(64) NOT NULL, CONSTRAINT "log_tile_once" UNIQUE ("level", "index"));
CREATE TABLE "certificates_credential" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "document" text NOT NULL, "sha256" varchar(64) NOT NULL UNIQUE, "at" datetime NOT NULL, "intent_id" bigint NOT NULL UNIQUE REFERENCES "certificates_signingintent" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_statuslist" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" smallint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "document" text NOT NULL, "log_size" bigint unsigned NOT NULL CHECK ("log_size" >= 0), "at" datetime NOT NULL, "valid_until" datetime NOT NULL, CONSTRAINT "status_list_has_time" CHECK ("valid_until" > ("at")));
CREATE TABLE "certificates_logentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "index" bigint unsigned NOT NULL UNIQUE CHECK ("index" >= 0), "body" text NOT NULL, "leaf_hash" varchar(64) NOT NULL, "at" datetime NOT NULL, "event_id" bigint NULL UNIQUE REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "key_event_id" bigint NULL UNIQUE REFERENCES "certificates_keyevent" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "log_entry_of_one_event" CHECK ((("event_id" IS NOT NULL AND "key_event_id" IS NULL) OR ("event_id" IS NULL AND "key_event_id" IS NOT NULL))));
CREATE TABLE "certificates_signingintent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status_index" integer unsigned NOT NULL UNIQUE CHECK ("status_index" >= 0), "document" text NOT NULL, "at" datetime NOT NULL, "event_id" bigint NOT NULL UNIQUE REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "key_id" bigint NOT NULL REFERENCES "certificates_signingkey" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "status_index_in_list" CHECK ("status_index" < 131072));
CREATE TABLE "certificates_keyevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "act" varchar(8) NOT NULL, "at" datetime NOT NULL, "key_id" bigint NOT NULL REFERENCES "certificates_signingkey" ("id") DEFERRABLE INITIALLY DEFERRED, "since" datetime NULL, CONSTRAINT "key_event_once" UNIQUE ("key_id", "act"), CONSTRAINT "key_act_known" CHECK ("act" IN ('added', 'retired', 'revoked')));
CREATE TABLE "certificates_signingkey" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kid" varchar(40) NOT NULL UNIQUE, "role" varchar(5) NOT NULL, "controller" varchar(200) NOT NULL, "public_key" varchar(800) NOT NULL UNIQUE, "not_before" datetime NOT NULL, "retired_at" datetime NULL, "revoked_at" datetime NULL, "chain" text NOT NULL, CONSTRAINT "signing_key_role_known" CHECK ("role" IN ('vc', 'log', 'qr', 'pades')));
CREATE TABLE "certificates_offlinetoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "at" datetime NOT NULL, "credential_id" bigint NOT NULL UNIQUE REFERENCES "certificates_credential" ("id") DEFERRABLE INITIALLY DEFERRED, "key_id" bigint NOT NULL REFERENCES "certificates_signingkey" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_caseevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "act" varchar(12) NOT NULL, "note" text NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "case_id" bigint NOT NULL REFERENCES "certificates_case" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_caseletter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sent_at" datetime NULL, "case_id" bigint NOT NULL REFERENCES "certificates_case" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NULL UNIQUE REFERENCES "certificates_caseevent" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_case" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "access" char(32) NOT NULL UNIQUE, "kind" varchar(10) NOT NULL, "state" varchar(12) NOT NULL, "reference" varchar(20) NOT NULL, "language" varchar(5) NOT NULL, "subject" varchar(160) NOT NULL, "statement" text NOT NULL, "wish" text NOT NULL, "name" varchar(120) NOT NULL, "email" varchar(254) NOT NULL, "lodged_at" datetime NOT NULL, "received_at" datetime NULL, "acknowledge_until" date NULL, "decide_until" date NULL, "outcome" varchar(16) NOT NULL, "reason" text NOT NULL, "decided_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NULL REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "handler_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "reopened_id" bigint NULL UNIQUE REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "case_kind_known" CHECK ("kind" IN ('appeal', 'complaint')), CONSTRAINT "case_state_known" CHECK ("state" IN ('unconfirmed', 'received', 'in_review', 'decided', 'taken_back')), CONSTRAINT "case_appeal_names_its_decision" CHECK ((NOT ("kind" = 'appeal') OR ("by_id" IS NOT NULL AND "dossier_id" IS NOT NULL))), CONSTRAINT "case_received_has_reference" CHECK ((("received_at" IS NULL AND "reference" = '' AND "state" = 'unconfirmed') OR (NOT ("state" = 'unconfirmed') AND NOT ("reference" = '') AND "received_at" IS NOT NULL))), CONSTRAINT "case_decided_with_reason" CHECK ((NOT ("state" = 'decided') OR ("decided_at" IS NOT NULL AND "decided_by_id" IS NOT NULL AND NOT ("outcome" = '') AND NOT ("reason" = '')))), CONSTRAINT "case_four_eyes" CHECK (("decided_by_id" IS NULL OR "handler_id" IS NULL OR NOT ("decided_by_id" = ("handler_id") AND "decided_by_id" IS NOT NULL AND "handler_id" IS NOT NULL))));
CREATE TABLE "certificates_activity" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "day" date NOT NULL, "kind" varchar(12) NOT NULL, "hours" decimal NOT NULL, "title" varchar(200) NOT NULL, "learned" text NOT NULL, "reference" varchar(500) NOT NULL, "recorded_at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "activity_hours_in_bounds" CHECK (("hours" > '0' AND "hours" <= '200')), CONSTRAINT "activity_kind_known" CHECK ("kind" IN ('course', 'event', 'project', 'teaching', 'writing', 'self_study')));
CREATE TABLE "certificates_reminder" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" smallint unsigned NOT NULL CHECK ("stage" >= 0), "noted_at" datetime NOT NULL, "tried_at" datetime NULL, "sent_at" datetime NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "reminder_once" UNIQUE ("certificate_id", "stage"), CONSTRAINT "reminder_stage_known" CHECK ("stage" IN (7, 30, 90, 180)));
CREATE TABLE "certificates_listcheck" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "key" char(32) NOT NULL, "source" varchar(120) NOT NULL, "day" date NOT NULL, "at" datetime NOT NULL, "delete_on" date NOT NULL, "asked" text NOT NULL CHECK ((JSON_VALID("asked") OR "asked" IS NULL)), "total" integer unsigned NOT NULL CHECK ("total" >= 0), "checked" integer unsigned NOT NULL CHECK ("checked" >= 0), "paper_state" varchar(12) NOT NULL, "paper_attempts" smallint unsigned NOT NULL CHECK ("paper_attempts" >= 0), "paper" varchar(100) NOT NULL, "organisation_id" bigint NULL REFERENCES "accounts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "paper_tried_at" datetime NULL, CONSTRAINT "list_check_within_total" CHECK ("checked" <= ("total")), CONSTRAINT "list_paper_state_known" CHECK ("paper_state" IN ('on_request', 'pending', 'ready', 'failed')), CONSTRAINT "list_paper_ready_has_file" CHECK ((NOT ("paper_state" = 'ready') OR NOT ("paper" = ''))), CONSTRAINT "list_check_sent_once" UNIQUE ("owner_id", "key"));
CREATE TABLE "certificates_listanswer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "line" integer unsigned NOT NULL CHECK ("line" >= 0), "number" varchar(40) NOT NULL, "name" varchar(120) NOT NULL, "verdict" varchar(12) NOT NULL, "name_match" varchar(9) NOT NULL, "first_line" integer unsigned NULL CHECK ("first_line" >= 0), "cause_id" bigint NULL REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "certificate_id" bigint NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "check_of_id" bigint NOT NULL REFERENCES "certificates_listcheck" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "list_answer_once" UNIQUE ("check_of_id", "line"), CONSTRAINT "list_name_match_known" CHECK ("name_match" IN ('not_asked', 'matches', 'differs')), CONSTRAINT "list_name_compared_with_register" CHECK (("name_match" = 'not_asked' OR "certificate_id" IS NOT NULL)));
CREATE TABLE "certificates_evidencefile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "about" varchar(12) NOT NULL, "name" varchar(120) NOT NULL, "kind" varchar(4) NOT NULL, "size" integer unsigned NOT NULL CHECK ("size" >= 0), "sha256" varchar(64) NOT NULL, "file" varchar(100) NOT NULL, "added_at" datetime NOT NULL, "removed_at" datetime NULL, "filed_at" datetime NULL, "activity_id" bigint NULL REFERENCES "certificates_activity" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "evidence_file_kind_known" CHECK ("kind" IN ('pdf', 'png', 'jpeg')), CONSTRAINT "evidence_file_about_known" CHECK ("about" IN ('education', 'experience', 'project', 'training', 'activity', 'other')), CONSTRAINT "evidence_file_of_one_thing" CHECK (("dossier_id" IS NULL OR "activity_id" IS NULL)), CONSTRAINT "evidence_file_filed_with_dossier" CHECK (("filed_at" IS NULL OR ("dossier_id" IS NOT NULL AND "removed_at" IS NULL))));
CREATE TABLE "certificates_listing" ("certificate_id" bigint NOT NULL PRIMARY KEY REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "name_words" varchar(130) NOT NULL, "name_folded" varchar(130) NOT NULL, "sort_key" varchar(1000) NOT NULL, "level" varchar(20) NOT NULL, "standing" varchar(12) NOT NULL, "valid_until" date NOT NULL, "field_id" bigint NOT NULL REFERENCES "certificates_expertfield" ("id") DEFERRABLE INITIALLY DEFERRED, "holder_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "province_id" varchar(2) NULL REFERENCES "accounts_province" ("code") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "listing_standing_known" CHECK ("standing" IN ('valid', 'suspended', 'withdrawn')));
CREATE TABLE "certificates_visibilitychoice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "purpose" varchar(12) NOT NULL, "granted" bool NOT NULL, "version" varchar(10) NOT NULL, "at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "visibility_purpose_known" CHECK ("purpose" IN ('listed', 'province', 'organisation')));
CREATE TABLE "certificates_statusevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "event" varchar(12) NOT NULL, "effective_on" date NOT NULL, "at" datetime NOT NULL, "reason_vi" text NOT NULL, "reason_en" text NOT NULL, "document_number" varchar(30) NOT NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "replaced_by_id" bigint NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "proposal_id" bigint NULL UNIQUE REFERENCES "certificates_statusproposal" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "status_superseded_names_successor" CHECK ((("event" = 'superseded' AND "replaced_by_id" IS NOT NULL) OR (NOT ("event" = 'superseded') AND "replaced_by_id" IS NULL))), CONSTRAINT "status_change_by_council" CHECK ((("decided_by_id" IS NOT NULL AND "event" IN ('suspended', 'reinstated', 'withdrawn') AND "proposal_id" IS NOT NULL) OR (NOT ("event" IN ('suspended', 'reinstated', 'withdrawn')) AND "proposal_id" IS NULL))), CONSTRAINT "status_event_known" CHECK ("event" IN ('issued', 'suspended', 'reinstated', 'withdrawn', 'expired', 'superseded', 'reissued')));
CREATE TABLE "certificates_reissue" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "tried_at" datetime NULL, "sent_at" datetime NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NULL UNIQUE REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "key_id" bigint NOT NULL REFERENCES "certificates_signingkey" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "reissue_once" UNIQUE ("certificate_id", "key_id"));
CREATE TABLE "certificates_apiuse" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "operation" varchar(60) NOT NULL, "rows" integer unsigned NOT NULL CHECK ("rows" >= 0), "code" smallint unsigned NOT NULL CHECK ("code" >= 0), "token_id" bigint NOT NULL REFERENCES "certificates_apitoken" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "scopes" text NOT NULL CHECK ((JSON_VALID("scopes") OR "scopes" IS NULL)), "hint" varchar(12) NOT NULL, "digest" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "expires_on" date NOT NULL, "used_at" datetime NULL, "revoked_at" datetime NULL, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "api_token_named" CHECK (NOT ("name" = '')), CONSTRAINT "api_token_revoked_after_made" CHECK (("revoked_at" IS NULL OR "revoked_at" >= ("made_at"))));
CREATE TABLE "certificates_hook" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "url" varchar(500) NOT NULL, "secret" text NOT NULL, "old_secret" text NOT NULL, "old_until" datetime NULL, "added_at" datetime NOT NULL, "paused_at" datetime NULL, "letter_owed" bool NOT NULL, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "hook_once" UNIQUE ("owner_id", "url"), CONSTRAINT "hook_old_secret_ends" CHECK (("old_secret" = '' OR "old_until" IS NOT NULL)));
CREATE TABLE "certificates_delivery" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "body" text NOT NULL, "state" varchar(9) NOT NULL, "made_at" datetime NOT NULL, "next_at" datetime NOT NULL, "tries" smallint unsigned NOT NULL CHECK ("tries" >= 0), "tried_at" datetime NULL, "code" smallint unsigned NOT NULL CHECK ("code" >= 0), "problem" varchar(40) NOT NULL, "event_id" bigint NULL REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "hook_id" bigint NOT NULL REFERENCES "certificates_hook" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "delivery_once" UNIQUE ("hook_id", "event_id"), CONSTRAINT "delivery_state_known" CHECK ("state" IN ('pending', 'delivered', 'given_up')));
CREATE TABLE "certificates_watch" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "added_at" datetime NOT NULL, "told_until" bigint unsigned NOT NULL CHECK ("told_until" >= 0), "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "watch_once" UNIQUE ("owner_id", "certificate_id"));
CREATE TABLE "certificates_watchnotice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "noted_at" datetime NOT NULL, "tried_at" datetime NULL, "sent_at" datetime NULL, "event_id" bigint NOT NULL REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "watch_notice_once" UNIQUE ("owner_id", "event_id"));
CREATE TABLE "certificates_logloss" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "found_at" datetime NOT NULL, "held" bigint unsigned NOT NULL CHECK ("held" >= 0), "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "root" varchar(64) NOT NULL, "note" text NOT NULL, "closed_at" datetime NULL, "reason" text NOT NULL, CONSTRAINT "log_loss_closed_with_reason" CHECK ((("closed_at" IS NULL AND "reason" = '') OR ("closed_at" IS NOT NULL AND NOT ("reason" = '')))));
CREATE TABLE "certificates_schemeversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "version" varchar(20) NOT NULL, "name_vi" varchar(160) NOT NULL, "name_en" varchar(160) NOT NULL, "scope_vi" text NOT NULL, "scope_en" text NOT NULL, "level" varchar(20) NOT NULL, "validity_months" smallint unsigned NOT NULL CHECK ("validity_months" >= 0), "requirements" text NOT NULL CHECK ((JSON_VALID("requirements") OR "requirements" IS NULL)), "code_of_conduct_vi" text NOT NULL, "code_of_conduct_en" text NOT NULL, "proposed_vi" text NOT NULL, "proposed_en" text NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "published_at" datetime NULL, "scheme_id" bigint NOT NULL REFERENCES "certificates_scheme" ("id") DEFERRABLE INITIALLY DEFERRED, "cpd_hours_per_year" smallint unsigned NOT NULL CHECK ("cpd_hours_per_year" >= 0), "renewal_cpd_hours" smallint unsigned NOT NULL CHECK ("renewal_cpd_hours" >= 0), "renewal_projects" smallint unsigned NOT NULL CHECK ("renewal_projects" >= 0), "surveillance_months" smallint unsigned NOT NULL CHECK ("surveillance_months" >= 0), "body_country" varchar(80) NOT NULL, "body_evidence" varchar(300) NOT NULL, "body_name" varchar(160) NOT NULL, "body_site" varchar(200) NOT NULL, "drafted_at" datetime NULL, "drafted_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "handed_over_at" datetime NULL, "job_analysis_en" text NOT NULL, "job_analysis_on" date NULL, "job_analysis_review_on" date NULL, "job_analysis_vi" text NOT NULL, "participants_en" text NOT NULL, "participants_vi" text NOT NULL, "published_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "scheme_version_once" UNIQUE ("scheme_id", "version"), CONSTRAINT "scheme_validity_is_positive" CHECK ("validity_months" > 0), CONSTRAINT "scheme_surveillance_is_positive" CHECK ("surveillance_months" > 0), CONSTRAINT "scheme_published_by_somebody" CHECK (("published_at" IS NULL OR "drafted_by_id" IS NULL OR ("handed_over_at" IS NOT NULL AND "published_by_id" IS NOT NULL))));
CREATE TABLE "certificates_competence" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(12) NOT NULL, "name_vi" varchar(200) NOT NULL, "name_en" varchar(200) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "version_id" bigint NOT NULL REFERENCES "certificates_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "competence_code_once" UNIQUE ("version_id", "code"));
CREATE TABLE "certificates_schemeauthor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NOT NULL REFERENCES "certificates_schemeversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "scheme_author_once" UNIQUE ("version_id", "person_id"));
CREATE TABLE "certificates_recognisedscheme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "body" varchar(120) NOT NULL, "site" varchar(200) NOT NULL, "level" varchar(20) NOT NULL, "name_vi" varchar(160) NOT NULL, "name_en" varchar(160) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0));
CREATE TABLE "certificates_recognisedevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "act" varchar(10) NOT NULL, "at" datetime NOT NULL, "reason" text NOT NULL, "account_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "certificate_id" bigint NOT NULL REFERENCES "certificates_recognisedcertificate" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_recognisedcertificate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "level" varchar(20) NOT NULL, "holder_name" varchar(120) NOT NULL, "name_folded" varchar(120) NOT NULL, "birth_year" smallint unsigned NOT NULL CHECK ("birth_year" >= 0), "number" varchar(60) NOT NULL, "issued_on" date NOT NULL, "valid_until" date NULL, "state" varchar(10) NOT NULL, "entered_at" datetime NOT NULL, "settled_at" datetime NULL, "account_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "entered_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "evidence_id" bigint NOT NULL UNIQUE REFERENCES "certificates_evidencefile" ("id") DEFERRABLE INITIALLY DEFERRED, "settled_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "scheme_id" bigint NOT NULL REFERENCES "certificates_recognisedscheme" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "recognised_four_eyes" CHECK (("settled_by_id" IS NULL OR NOT ("settled_by_id" = ("entered_by_id") AND "settled_by_id" IS NOT NULL))), CONSTRAINT "recognised_by_holder" CHECK (("account_id" IS NULL OR (NOT ("account_id" = ("entered_by_id") AND "account_id" IS NOT NULL) AND ("settled_by_id" IS NULL OR NOT ("account_id" = ("settled_by_id") AND "account_id" IS NOT NULL AND "settled_by_id" IS NOT NULL))))), CONSTRAINT "recognised_settled_by_somebody" CHECK ((("settled_by_id" IS NULL AND "state" = 'waiting') OR (NOT ("state" = 'waiting') AND "settled_by_id" IS NOT NULL))), CONSTRAINT "recognised_dates" CHECK (("valid_until" IS NULL OR "valid_until" >= ("issued_on"))), CONSTRAINT "recognised_state_known" CHECK ("state" IN ('waiting', 'confirmed', 'rejected', 'ended', 'annulled')));
CREATE TABLE "certificates_conductagreement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "version" varchar(20) NOT NULL, "language" varchar(8) NOT NULL, "sha256" varchar(64) NOT NULL, "at" datetime NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_arrangement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "kind" varchar(16) NOT NULL, "state" varchar(12) NOT NULL, "reason" text NOT NULL, "asked_at" datetime NOT NULL, "extra_percent" smallint unsigned NOT NULL CHECK ("extra_percent" >= 0), "ended_at" datetime NULL, "answer" text NOT NULL, "forgotten_at" datetime NULL, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "proof_id" bigint NULL UNIQUE REFERENCES "certificates_evidencefile" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "arrangement_kind_known" CHECK ("kind" IN ('extra_time', 'breaks', 'large_print', 'screen_reader', 'separate_room', 'other')), CONSTRAINT "arrangement_decided_with_reason" CHECK ((("ended_at" IS NULL AND "state" = 'asked') OR ("ended_at" IS NOT NULL AND "state" = 'taken_back') OR ("state" IN ('granted', 'declined') AND "decided_by_id" IS NOT NULL AND "ended_at" IS NOT NULL AND NOT ("answer" = '')))), CONSTRAINT "arrangement_decided_by_another" CHECK (("decided_by_id" IS NULL OR NOT ("decided_by_id" = ("person_id") AND "decided_by_id" IS NOT NULL))), CONSTRAINT "arrangement_time_only_when_granted" CHECK (("extra_percent" = 0 OR ("extra_percent" <= 100 AND "kind" = 'extra_time' AND "state" = 'granted'))));
CREATE TABLE "certificates_renewal" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL UNIQUE REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_reportevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "act" varchar(14) NOT NULL, "note" text NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "report_id" bigint NOT NULL REFERENCES "certificates_report" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_correction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" text NOT NULL, "evidence" text NOT NULL, "name" varchar(120) NOT NULL, "title_vi" varchar(160) NOT NULL, "title_en" varchar(160) NOT NULL, "awarded_on" date NOT NULL, "valid_until" date NOT NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL UNIQUE REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "field_id" bigint NOT NULL REFERENCES "certificates_expertfield" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "correction_has_reason_and_evidence" CHECK ((NOT ("reason" = '') AND NOT ("evidence" = ''))));
CREATE TABLE "certificates_report" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "first" date NOT NULL, "last" date NOT NULL, "due_on" date NOT NULL, "hours_asked" smallint unsigned NOT NULL CHECK ("hours_asked" >= 0), "hours" decimal NULL, "statement" text NOT NULL, "state" varchar(14) NOT NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "reviewed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "report_once" UNIQUE ("certificate_id", "number"), CONSTRAINT "report_state_known" CHECK ("state" IN ('due', 'filed', 'more_needed', 'fulfilled', 'not_fulfilled')), CONSTRAINT "report_dates" CHECK (("first" <= ("last") AND "last" <= ("due_on"))), CONSTRAINT "report_judged_by_somebody" CHECK ((NOT ("state" IN ('more_needed', 'fulfilled', 'not_fulfilled')) OR "reviewed_by_id" IS NOT NULL)), CONSTRAINT "report_filed_with_words" CHECK ((NOT ("state" = 'filed') OR (NOT ("statement" = '') AND "hours" IS NOT NULL))));
CREATE TABLE "certificates_holderletter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "noted_at" datetime NOT NULL, "tried_at" datetime NULL, "sent_at" datetime NULL, "certificate_id" bigint NOT NULL REFERENCES "certificates_certificate" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NULL UNIQUE REFERENCES "certificates_statusevent" ("id") DEFERRABLE INITIALLY DEFERRED, "act_id" bigint NULL UNIQUE REFERENCES "certificates_reportevent" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "holder_letter_about_one_thing" CHECK ((("act_id" IS NOT NULL AND "event_id" IS NULL) OR ("act_id" IS NULL AND "event_id" IS NOT NULL))));
CREATE TABLE "certificates_decision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "outcome" varchar(10) NOT NULL, "reason" text NOT NULL, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "decided_on" date NOT NULL, "decided_at" datetime NOT NULL, "decided_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL UNIQUE REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NULL REFERENCES "certificates_decisiondocument" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "decision_outcome_known" CHECK ("outcome" IN ('grant', 'refuse')), CONSTRAINT "decision_refusal_has_reason" CHECK (("outcome" = 'grant' OR NOT ("reason" = ''))));
CREATE TABLE "certificates_councilletter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(8) NOT NULL, "at" datetime NOT NULL, "sent_at" datetime NULL, "dossier_id" bigint NOT NULL REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "certificates_conflictstatement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "conflicted" bool NOT NULL, "reason" text NOT NULL, "at" datetime NOT NULL, "line_id" bigint NOT NULL REFERENCES "certificates_agendaline" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "statement_once" UNIQUE ("line_id", "person_id", "conflicted"), CONSTRAINT "conflict_has_reason" CHECK ((NOT "conflicted" OR NOT ("reason" = ''))));
CREATE TABLE "certificates_councilpaper" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "state" varchar(12) NOT NULL, "attempts" smallint unsigned NOT NULL CHECK ("attempts" >= 0), "error" text NOT NULL, "file" varchar(100) NOT NULL, "sha256" varchar(64) NOT NULL, "produced_at" datetime NULL, "decision_id" bigint NULL UNIQUE REFERENCES "certificates_decision" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NULL UNIQUE REFERENCES "certificates_decisiondocument" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "council_paper_of_one" CHECK ((("decision_id" IS NULL AND "document_id" IS NOT NULL) OR ("decision_id" IS NOT NULL AND "document_id" IS NULL))), CONSTRAINT "council_paper_ready_has_file" CHECK ((NOT ("state" = 'ready') OR (NOT ("file" = '') AND NOT ("sha256" = '')))));
CREATE TABLE "certificates_interest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "kind" varchar(12) NOT NULL, "note" varchar(300) NOT NULL, "since" date NOT NULL, "until" date NULL, "at" datetime NOT NULL, "about_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "accounts_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "interest_about_one" CHECK ((("about_id" IS NULL AND "organisation_id" IS NOT NULL) OR ("about_id" IS NOT NULL AND "organisation_id" IS NULL))), CONSTRAINT "interest_kind_known" CHECK ("kind" IN ('organisation', 'relative', 'financial', 'other')));
CREATE TABLE "certificates_meeting" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "state" varchar(10) NOT NULL, "held_at" datetime NOT NULL, "place" varchar(160) NOT NULL, "quorum" smallint unsigned NOT NULL CHECK ("quorum" >= 0), "called_at" datetime NOT NULL, "opened_at" datetime NULL, "closed_at" datetime NULL, "minutes" text NOT NULL, "called_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "chair_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "meeting_state_known" CHECK ("state" IN ('prepared', 'open', 'closed', 'cancelled')), CONSTRAINT "meeting_has_quorum" CHECK ("quorum" >= 1), CONSTRAINT "meeting_closed_with_minutes" CHECK ((NOT ("state" = 'closed') OR ("closed_at" IS NOT NULL AND NOT ("minutes" = '')))));
CREATE TABLE "certificates_decisiondocument" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "year" smallint unsigned NULL CHECK ("year" >= 0), "sequence" integer unsigned NULL CHECK ("sequence" >= 0), "signed_on" date NULL, "signed_at" datetime NULL, "signed_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "signer_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "meeting_id" bigint NOT NULL REFERENCES "certificates_meeting" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "document_number_once" UNIQUE ("year", "sequence"), CONSTRAINT "document_signed_by_its_signer" CHECK ((("sequence" IS NULL AND "signed_at" IS NULL AND "signed_by_id" IS NULL AND "signed_on" IS NULL AND "year" IS NULL) OR ("sequence" IS NOT NULL AND "signed_at" IS NOT NULL AND "signed_by_id" = ("signer_id") AND "signed_on" IS NOT NULL AND "year" IS NOT NULL))));
CREATE TABLE "certificates_agendaline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "state" varchar(10) NOT NULL, "outcome" varchar(10) NOT NULL, "reason" text NOT NULL, "problem" text NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "certificates_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" bigint NULL REFERENCES "certificates_decisiondocument" ("id") DEFERRABLE INITIALLY DEFERRED, "meeting_id" bigint NOT NULL REFERENCES "certificates_meeting" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "line_state_known" CHECK ("state" IN ('listed', 'decided', 'done', 'stuck', 'postponed', 'refused')), CONSTRAINT "line_decided_in_document" CHECK ((NOT ("state" IN ('decided', 'done', 'stuck')) OR ("document_id" IS NOT NULL AND "outcome" IN ('grant', 'refuse')))), CONSTRAINT "line_refusal_has_reason" CHECK ((NOT ("outcome" = 'refuse') OR NOT ("reason" = ''))));
CREATE TABLE "certificates_meetingmember" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "present_at" datetime NULL, "meeting_id" bigint NOT NULL REFERENCES "certificates_meeting" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "member_invited_once" UNIQUE ("meeting_id", "person_id"));
CREATE TABLE "certificates_vote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "outcome" varchar(10) NOT NULL, "reason" text NOT NULL, "voted_on" date NOT NULL, "at" datetime NOT NULL, "line_id" bigint NOT NULL REFERENCES "certificates_agendaline" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "vote_once" UNIQUE ("line_id", "person_id"), CONSTRAINT "vote_outcome_known" CHECK ("outcome" IN ('grant', 'refuse')), CONSTRAINT "vote_refusal_has_reason" CHECK ((NOT ("outcome" = 'refuse') OR NOT ("reason" = ''))));
CREATE TABLE "wagtailcore_collection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL);
CREATE TABLE "wagtailcore_groupcollectionpermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtaildocs_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0));
CREATE TABLE "wagtailcore_pageviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "pageviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_pageviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_pageviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(255) NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "restriction_type" varchar(20) NOT NULL);
CREATE TABLE "wagtailcore_collectionviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "restriction_type" varchar(20) NOT NULL, "password" varchar(255) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_collectionviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collectionviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_collectionviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hostname" varchar(255) NOT NULL, "port" integer NOT NULL, "is_default_site" bool NOT NULL, "root_page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_name" varchar(255) NOT NULL);
CREATE TABLE "wagtailcore_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL);
CREATE TABLE "wagtailcore_groupapprovaltask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowpage" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowtask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_groupapprovaltask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "groupapprovaltask_id" integer NOT NULL REFERENCES "wagtailcore_groupapprovaltask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_locale" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language_code" varchar(100) NOT NULL UNIQUE);
CREATE TABLE "wagtailcore_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "live" bool NOT NULL, "has_unpublished_changes" bool NOT NULL, "url_path" text NOT NULL, "seo_title" varchar(255) NOT NULL, "show_in_menus" bool NOT NULL, "search_description" text NOT NULL, "go_live_at" datetime NULL, "expire_at" datetime NULL, "expired" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locked" bool NOT NULL, "latest_revision_created_at" datetime NULL, "first_published_at" datetime NULL, "live_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "last_published_at" datetime NULL, "draft_title" varchar(255) NOT NULL, "locked_at" datetime NULL, "locked_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_key" char(32) NOT NULL, "alias_of_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "latest_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_commentreply" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "comment_id" integer NOT NULL REFERENCES "wagtailcore_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_pagesubscription" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "comment_notifications" bool NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_string" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data_hash" char(32) NOT NULL, "data" text NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_template" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "template" text NOT NULL, "template_format" varchar(100) NOT NULL, "string_count" integer unsigned NOT NULL CHECK ("string_count" >= 0));
CREATE TABLE "wagtail_localize_translatableobject" ("translation_key" char(32) NOT NULL PRIMARY KEY, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_templatesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "template_id" integer NOT NULL REFERENCES "wagtail_localize_template" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_stringsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "attrs" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "string_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_relatedobjectsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "contentpath" text NOT NULL, "position" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "resolved_at" datetime NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_created_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_referenceindex" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "to_object_id" varchar(255) NOT NULL, "model_path" text NOT NULL, "content_path" text NOT NULL, "content_path_hash" char(32) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "to_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_taskstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "started_at" datetime NOT NULL, "finished_at" datetime NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_state_id" integer NOT NULL REFERENCES "wagtailcore_workflowstate" ("id") DEFERRABLE INITIALLY DEFERRED, "finished_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "comment" text NOT NULL, "revision_id" integer NOT NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "created_at" datetime NOT NULL, "current_task_state_id" integer NULL UNIQUE REFERENCES "wagtailcore_taskstate" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" varchar(255) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowcontenttype" ("content_type_id" integer NOT NULL PRIMARY KEY REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_modellogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "object_id" varchar(255) NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL, "uuid" char(32) NULL, "revision_id" integer NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
CREATE TABLE "wagtailcore_pagelogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL, "revision_id" integer NULL, "user_id" bigint NULL, "uuid" char(32) NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
CREATE TABLE "wagtailcore_grouppagepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unique_permission" UNIQUE ("group_id", "page_id", "permission_id"));
CREATE TABLE "wagtailcore_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "approved_go_live_at" datetime NULL, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "object_id" varchar(255) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "object_str" text NOT NULL);
CREATE TABLE "wagtailcore_uploadedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(200) NOT NULL, "for_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_groupsitepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "key_hash" varchar(64) NOT NULL UNIQUE, "prefix" varchar(16) NOT NULL, "created" datetime NOT NULL, "revoked_at" datetime NULL, "last_used_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "cms_newsindexpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL);
CREATE TABLE "cms_documentindexpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL);
CREATE TABLE "cms_eventindexpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL);
CREATE TABLE "cms_searchentry" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "kind" varchar(20) NOT NULL, "language" varchar(12) NOT NULL, "date" date NULL, "summary" text NOT NULL, "title_words" text NOT NULL, "title_folded" text NOT NULL, "summary_words" text NOT NULL, "summary_folded" text NOT NULL, "all_words" text NOT NULL, "all_folded" text NOT NULL);
CREATE TABLE "cms_documentpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "number" varchar(60) NOT NULL, "issued_on" date NOT NULL, "issuer" varchar(150) NOT NULL, "kind" varchar(20) NOT NULL, "source_url" varchar(200) NOT NULL, "file_id" integer NULL REFERENCES "wagtaildocs_document" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "document_kind_known" CHECK ("kind" IN ('law', 'decree', 'decision', 'circular', 'directive', 'standard', 'guidance', 'other')));
CREATE TABLE "cms_eventpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "start" datetime NOT NULL, "end" datetime NOT NULL, "place" varchar(200) NOT NULL, "online_url" varchar(200) NOT NULL, "organiser" varchar(200) NOT NULL, "registration_url" varchar(200) NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), CONSTRAINT "event_ends_after_start" CHECK ("end" >= ("start")));
CREATE TABLE "cms_homepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "promise" varchar(120) NOT NULL, "reason" text NOT NULL, "sections" text NOT NULL CHECK ((JSON_VALID("sections") OR "sections" IS NULL)));
CREATE TABLE "cms_newspage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "date" date NOT NULL, "category" varchar(20) NOT NULL, "topic" varchar(4) NOT NULL, "source" varchar(300) NOT NULL, "author" varchar(150) NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), CONSTRAINT "news_category_known" CHECK ("category" IN ('programme', 'training', 'certification', 'standards', 'practice')), CONSTRAINT "news_drawing_known" CHECK ("topic" IN ('none', 'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08')));
CREATE TABLE "cms_standardpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)));
CREATE TABLE "courses_courseindexpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL);
CREATE TABLE "courses_course" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "hours" decimal NOT NULL, "level" varchar(20) NOT NULL, CONSTRAINT "course_has_hours" CHECK ("hours" > '0'));
CREATE TABLE "courses_coursepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "audience" text NOT NULL, "outcomes" text NOT NULL CHECK ((JSON_VALID("outcomes") OR "outcomes" IS NULL)), "loaded_from" varchar(64) NOT NULL, "course_id" bigint NOT NULL REFERENCES "courses_course" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "courses_completion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "completed_on" date NOT NULL, "hours" decimal NOT NULL, "enrolment_id" bigint NOT NULL UNIQUE REFERENCES "courses_enrolment" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "courses_courseinstructor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "since" date NOT NULL, "until" date NULL, "course_id" bigint NOT NULL REFERENCES "courses_course" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "instructor_once" UNIQUE ("course_id", "person_id", "since"), CONSTRAINT "teaching_ends_after_it_begins" CHECK (("until" IS NULL OR "until" >= ("since"))));
CREATE TABLE "courses_enrolment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "state" varchar(12) NOT NULL, "enrolled_at" datetime NOT NULL, "last_lesson" char(32) NULL, "course_id" bigint NOT NULL REFERENCES "courses_course" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "enrolled_once" UNIQUE ("person_id", "course_id"));
CREATE TABLE "courses_checkanswer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "lesson_key" char(32) NOT NULL, "question" varchar(20) NOT NULL, "response" text NOT NULL CHECK ((JSON_VALID("response") OR "response" IS NULL)), "points" decimal NOT NULL, "is_right" bool NOT NULL, "ever_right" bool NOT NULL, "tries" integer unsigned NOT NULL CHECK ("tries" >= 0), "answered_at" datetime NOT NULL, "enrolment_id" bigint NOT NULL REFERENCES "courses_enrolment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "check_answered_once" UNIQUE ("enrolment_id", "lesson_key", "question"), CONSTRAINT "right_means_ever_right" CHECK ((NOT "is_right" OR "ever_right")));
CREATE TABLE "courses_lessonprogress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "lesson_key" char(32) NOT NULL, "read_at" datetime NOT NULL, "enrolment_id" bigint NOT NULL REFERENCES "courses_enrolment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "lesson_read_once" UNIQUE ("enrolment_id", "lesson_key"));
CREATE TABLE "courses_lessonpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "summary" text NOT NULL, "course_code" varchar(20) NOT NULL, "hours" decimal NOT NULL, "check_codes" text NOT NULL CHECK ((JSON_VALID("check_codes") OR "check_codes" IS NULL)), "loaded_from" varchar(64) NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)));
CREATE TABLE "exams_exam" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(40) NOT NULL UNIQUE, "title_vi" varchar(200) NOT NULL, "title_en" varchar(200) NOT NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "pass_percent" smallint unsigned NOT NULL CHECK ("pass_percent" >= 0), "part_percent" smallint unsigned NOT NULL CHECK ("part_percent" >= 0), CONSTRAINT "exam_takes_time" CHECK ("minutes" > 0), CONSTRAINT "exam_pass_marks_make_sense" CHECK (("part_percent" <= ("pass_percent") AND "pass_percent" <= 100)));
CREATE TABLE "exams_form" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(40) NOT NULL UNIQUE, "sealed_at" datetime NULL, "blueprint_id" bigint NOT NULL REFERENCES "exams_blueprint" ("id") DEFERRABLE INITIALLY DEFERRED, "exam_id" bigint NOT NULL REFERENCES "exams_exam" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "exams_item" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "kind" varchar(10) NOT NULL, "course_code" varchar(10) NOT NULL, "topic" varchar(40) NOT NULL, "bloom" varchar(10) NOT NULL, "difficulty" varchar(10) NOT NULL, "pool" varchar(10) NOT NULL, "state" varchar(10) NOT NULL, CONSTRAINT "item_of_a_known_kind" CHECK ("kind" IN ('single', 'multiple', 'numeric', 'matching', 'ordering', 'essay')), CONSTRAINT "item_in_a_known_pool" CHECK ("pool" IN ('exam', 'practice', 'reserve')), CONSTRAINT "item_in_a_known_state" CHECK ("state" IN ('draft', 'active', 'retired')), CONSTRAINT "item_at_a_known_level" CHECK ("bloom" IN ('remember', 'understand', 'apply', 'analyze', 'evaluate', 'create')));
CREATE TABLE "exams_receipt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "events" integer unsigned NOT NULL CHECK ("events" >= 0), "answered" smallint unsigned NOT NULL CHECK ("answered" >= 0), "digest" varchar(64) NOT NULL, "code" varchar(19) NOT NULL, "issued_at" datetime NOT NULL, "attempt_id" bigint NOT NULL UNIQUE REFERENCES "exams_attempt" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "exams_resultnotice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sent_at" datetime NULL, "result_id" bigint NOT NULL UNIQUE REFERENCES "exams_result" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "exams_blueprint" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "version" smallint unsigned NOT NULL CHECK ("version" >= 0), "cells" text NOT NULL CHECK ((JSON_VALID("cells") OR "cells" IS NULL)), "exam_id" bigint NOT NULL REFERENCES "exams_exam" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "blueprint_version_once" UNIQUE ("exam_id", "version"));
CREATE TABLE "exams_autoscore" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "points" decimal NOT NULL, "correct" bool NOT NULL, "attempt_id" bigint NOT NULL REFERENCES "exams_attempt" ("id") DEFERRABLE INITIALLY DEFERRED, "form_item_id" bigint NOT NULL REFERENCES "exams_formitem" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "auto_score_once" UNIQUE ("attempt_id", "form_item_id"), CONSTRAINT "auto_score_not_negative" CHECK ("points" >= '0'));
CREATE TABLE "exams_answerevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "writer" char(32) NOT NULL, "seq" integer unsigned NOT NULL CHECK ("seq" >= 0), "response" text NULL CHECK ((JSON_VALID("response") OR "response" IS NULL)), "flagged" bool NOT NULL, "fault" varchar(20) NOT NULL, "received_at" datetime NOT NULL, "attempt_id" bigint NOT NULL REFERENCES "exams_attempt" ("id") DEFERRABLE INITIALLY DEFERRED, "form_item_id" bigint NOT NULL REFERENCES "exams_formitem" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "answer_event_once" UNIQUE ("attempt_id", "writer", "seq"), CONSTRAINT "answer_event_from_one" CHECK ("seq" >= 1));
CREATE TABLE "exams_answer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "response" text NULL CHECK ((JSON_VALID("response") OR "response" IS NULL)), "flagged" bool NOT NULL, "saved_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "exams_answerevent" ("id") DEFERRABLE INITIALLY DEFERRED, "attempt_id" bigint NOT NULL REFERENCES "exams_attempt" ("id") DEFERRABLE INITIALLY DEFERRED, "form_item_id" bigint NOT NULL REFERENCES "exams_formitem" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "answer_once" UNIQUE ("attempt_id", "form_item_id"));
CREATE TABLE "exams_itemversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), "key" text NOT NULL CHECK ((JSON_VALID("key") OR "key" IS NULL)), "points" decimal NOT NULL, "rationale" text NOT NULL CHECK ((JSON_VALID("rationale") OR "rationale" IS NULL)), "rubric" text NOT NULL CHECK ((JSON_VALID("rubric") OR "rubric" IS NULL)), "sha256" varchar(64) NOT NULL, "created_at" datetime NOT NULL, "item_id" bigint NOT NULL REFERENCES "exams_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "item_version_once" UNIQUE ("item_id", "number"), CONSTRAINT "item_version_has_points" CHECK ("points" > '0'), CONSTRAINT "item_version_from_one" CHECK ("number" >= 1));
CREATE TABLE "exams_formitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "points" decimal NOT NULL, "form_id" bigint NOT NULL REFERENCES "exams_form" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NOT NULL REFERENCES "exams_itemversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "form_position_once" UNIQUE ("form_id", "position"), CONSTRAINT "form_question_once" UNIQUE ("form_id", "version_id"), CONSTRAINT "form_item_has_points" CHECK ("points" > '0'));
CREATE TABLE "exams_result" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "knowledge_points" decimal NOT NULL, "knowledge_highest" decimal NOT NULL, "essay_points" decimal NOT NULL, "essay_highest" decimal NOT NULL, "percent" decimal NOT NULL, "passed" bool NOT NULL, "released_at" datetime NOT NULL, "attempt_id" bigint NOT NULL UNIQUE REFERENCES "exams_attempt" ("id") DEFERRABLE INITIALLY DEFERRED, "released_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "result_is_a_share" CHECK (("percent" >= '0' AND "percent" <= '100')), CONSTRAINT "result_within_its_points" CHECK (("essay_points" <= ("essay_highest") AND "knowledge_points" <= ("knowledge_highest"))));
CREATE TABLE "exams_script" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "text" text NOT NULL, "points" decimal NULL, "marked_at" datetime NULL, "attempt_id" bigint NOT NULL REFERENCES "exams_attempt" ("id") DEFERRABLE INITIALLY DEFERRED, "form_item_id" bigint NOT NULL REFERENCES "exams_formitem" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "script_once" UNIQUE ("attempt_id", "form_item_id"), CONSTRAINT "script_marked_with_points" CHECK ((("marked_at" IS NULL AND "points" IS NULL) OR ("marked_at" IS NOT NULL AND "points" IS NOT NULL))));
CREATE TABLE "exams_mark" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "criteria" text NOT NULL CHECK ((JSON_VALID("criteria") OR "criteria" IS NULL)), "comment" text NOT NULL, "total" decimal NULL, "saved_at" datetime NOT NULL, "submitted_at" datetime NULL, "examiner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "script_id" bigint NOT NULL REFERENCES "exams_script" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "mark_once" UNIQUE ("script_id", "examiner_id"), CONSTRAINT "mark_submitted_with_total" CHECK (("submitted_at" IS NULL OR "total" IS NOT NULL)), CONSTRAINT "mark_not_negative" CHECK (("total" IS NULL OR "total" >= '0')));
CREATE TABLE "exams_sitting" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "code" varchar(20) NOT NULL UNIQUE, "title_vi" varchar(200) NOT NULL, "title_en" varchar(200) NOT NULL, "number_prefix" varchar(4) NOT NULL, "opens_at" datetime NOT NULL, "closes_at" datetime NOT NULL, "mode" varchar(10) NOT NULL, "released_at" datetime NULL, "form_id" bigint NOT NULL REFERENCES "exams_form" ("id") DEFERRABLE INITIALLY DEFERRED, "released_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "sitting_closes_after_it_opens" CHECK ("closes_at" > ("opens_at")), CONSTRAINT "sitting_released_by_somebody" CHECK ((("released_at" IS NULL AND "released_by_id" IS NULL) OR ("released_at" IS NOT NULL AND "released_by_id" IS NOT NULL))), CONSTRAINT "sitting_released_after_it_closes" CHECK (("released_at" IS NULL OR "released_at" >= ("closes_at"))));
CREATE TABLE "exams_attempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "public_id" char(32) NOT NULL UNIQUE, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "started_at" datetime NOT NULL, "deadline" datetime NOT NULL, "closed_at" datetime NULL, "closed_by" varchar(10) NOT NULL, "candidate_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "sitting_id" bigint NOT NULL REFERENCES "exams_sitting" ("id") DEFERRABLE INITIALLY DEFERRED, "extra_minutes" smallint unsigned NULL CHECK ("extra_minutes" >= 0), CONSTRAINT "attempt_once" UNIQUE ("sitting_id", "candidate_id"), CONSTRAINT "candidate_number_once" UNIQUE ("sitting_id", "number"), CONSTRAINT "candidate_number_four_digits" CHECK (("number" >= 1 AND "number" <= 9999)), CONSTRAINT "attempt_ends_after_it_starts" CHECK ("deadline" > ("started_at")), CONSTRAINT "attempt_closed_by_somebody" CHECK ((("closed_at" IS NULL AND "closed_by" = '') OR ("closed_at" IS NOT NULL AND "closed_by" IN ('candidate', 'deadline')))));
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "socialaccount_socialapp" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "provider" varchar(30) NOT NULL, "name" varchar(40) NOT NULL, "client_id" varchar(191) NOT NULL, "secret" varchar(191) NOT NULL, "key" varchar(191) NOT NULL, "provider_id" varchar(200) NOT NULL, "settings" text NOT NULL CHECK ((JSON_VALID("settings") OR "settings" IS NULL)));
CREATE TABLE "socialaccount_socialtoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" text NOT NULL, "token_secret" text NOT NULL, "expires_at" datetime NULL, "account_id" integer NOT NULL REFERENCES "socialaccount_socialaccount" ("id") DEFERRABLE INITIALLY DEFERRED, "app_id" integer NULL REFERENCES "socialaccount_socialapp" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "socialaccount_socialaccount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "provider" varchar(200) NOT NULL, "uid" varchar(191) NOT NULL, "last_login" datetime NOT NULL, "date_joined" datetime NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "extra_data" text NOT NULL CHECK ((JSON_VALID("extra_data") OR "extra_data" IS NULL)));
CREATE TABLE "taggit_taggeditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" integer NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" integer NOT NULL REFERENCES "taggit_tag" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq" UNIQUE ("content_type_id", "object_id", "tag_id"));
CREATE TABLE "taggit_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(100) NOT NULL UNIQUE);
CREATE TABLE "usersessions_usersession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "ip" char(39) NOT NULL, "last_seen_at" datetime NOT NULL, "session_key" varchar(40) NOT NULL UNIQUE, "user_agent" varchar(200) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_translation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "translations_last_updated_at" datetime NULL, "destination_last_updated_at" datetime NULL, "enabled" bool NOT NULL, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "target_locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_stringtranslation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_of_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED, "tool_name" varchar(255) NOT NULL, "translation_type" varchar(20) NOT NULL, "last_translated_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "field_error" text NOT NULL, "has_error" bool NOT NULL);
CREATE TABLE "wagtail_localize_overridablesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "data_json" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_segmentoverride" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "data_json" text NOT NULL, "has_error" bool NOT NULL, "field_error" text NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "last_translated_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_localesynchronization" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "locale_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "sync_from_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtail_localize_translationsource" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_repr" text NOT NULL, "content_json" text NOT NULL, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "specific_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "last_updated_at" datetime NOT NULL, "schema_version" varchar(255) NOT NULL);
CREATE TABLE "wagtail_localize_translationcontext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path_id" char(32) NOT NULL, "path" text NOT NULL, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "field_path" text NOT NULL);
CREATE TABLE "wagtail_localize_translationlog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailadmin_admin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT);
CREATE TABLE "wagtailadmin_editingsession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "last_seen_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "is_editing" bool NOT NULL);
CREATE TABLE "wagtailadmin_formstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "object_id" varchar(255) NOT NULL, "parent_object_id" varchar(255) NOT NULL, "last_updated_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailembeds_embed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "url" text NOT NULL, "max_width" smallint NULL, "type" varchar(10) NOT NULL, "html" text NOT NULL, "title" text NOT NULL, "author_name" text NOT NULL, "provider_name" text NOT NULL, "width" integer NULL, "height" integer NULL, "last_updated" datetime NOT NULL, "hash" varchar(32) NOT NULL UNIQUE, "thumbnail_url" text NOT NULL, "cache_until" datetime NULL);
CREATE TABLE "wagtailimages_rendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "filter_spec" varchar(255) NOT NULL, "image_id" integer NOT NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL);
CREATE TABLE "wagtailimages_image" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "description" varchar(255) NOT NULL);
CREATE TABLE "wagtailredirects_redirect" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "old_path" varchar(255) NOT NULL, "is_permanent" bool NOT NULL, "redirect_link" varchar(255) NOT NULL, "redirect_page_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED, "automatically_created" bool NOT NULL, "created_at" datetime NULL, "redirect_page_route_path" varchar(255) NOT NULL);
CREATE TABLE "wagtailsearch_indexentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(50) NOT NULL, "title_norm" real NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "autocomplete" text NULL, "body" text NULL, "title" text NOT NULL);
CREATE VIRTUAL TABLE wagtailsearch_indexentry_fts USING fts5(autocomplete, body, title);
CREATE TABLE "wagtailusers_userprofile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_notifications" bool NOT NULL, "approved_notifications" bool NOT NULL, "rejected_notifications" bool NOT NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "preferred_language" varchar(10) NOT NULL, "current_time_zone" varchar(40) NOT NULL, "avatar" varchar(100) NOT NULL, "updated_comments_notifications" bool NOT NULL, "dismissibles" text NOT NULL CHECK ((JSON_VALID("dismissibles") OR "dismissibles" IS NULL)), "theme" varchar(40) NOT NULL, "density" varchar(40) NOT NULL, "contrast" varchar(40) NOT NULL, "keyboard_shortcuts" bool NOT NULL);
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES
(1, 'contenttypes', '0001_initial', '2026-11-28 18:35:54.468912'),
(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-28 18:35:54.478851'),
(3, 'auth', '0001_initial', '2026-11-28 18:35:54.495855'),
(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-28 18:35:54.506999'),
(5, 'auth', '0003_alter_user_email_max_length', '2026-11-28 18:35:54.515266'),
(6, 'auth', '0004_alter_user_username_opts', '2026-11-28 18:35:54.521400'),
(7, 'auth', '0005_alter_user_last_login_null', '2026-11-28 18:35:54.526125'),
(8, 'auth', '0006_require_contenttypes_0002', '2026-11-28 18:35:54.530514'),
(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-28 18:35:54.542890'),
(10, 'auth', '0008_alter_user_username_max_length', '2026-11-28 18:35:54.552359'),
(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-28 18:35:54.562292'),
(12, 'auth', '0010_alter_group_name_max_length', '2026-11-28 18:35:54.575925'),
(13, 'auth', '0011_update_proxy_permissions', '2026-11-28 18:35:54.590179'),
(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-28 18:35:54.601993'),
(15, 'accounts', '0001_initial', '2026-11-28 18:35:54.670612'),
(16, 'account', '0001_initial', '2026-11-28 18:35:54.705219'),
(17, 'account', '0002_email_max_length', '2026-11-28 18:35:54.728161'),
(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-28 18:35:54.763768'),
(19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-28 18:35:54.789270'),
(20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-28 18:35:54.804477'),
(21, 'account', '0006_emailaddress_lower', '2026-11-28 18:35:54.829530'),
(22, 'account', '0007_emailaddress_idx_email', '2026-11-28 18:35:54.860385'),
(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-28 18:35:54.912127'),
(24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-28 18:35:54.931022'),
(25, 'accounts', '0002_append_only_and_provinces', '2026-11-28 18:35:54.957797'),
(26, 'accounts', '0003_writer_and_auditor', '2026-11-28 18:35:54.972527'),
(27, 'accounts', '0004_audit_check', '2026-11-28 18:35:55.026682'),
(28, 'accounts', '0005_profiles_and_grants', '2026-11-28 18:35:55.563274'),
(29, 'accounts', '0006_organisation_circles', '2026-11-28 18:35:55.583141'),
(30, 'accounts', '0007_organisation_circles_in_turn', '2026-11-28 18:35:55.595084'),
(31, 'accounts', '0008_membership_noted', '2026-11-28 18:35:55.621849'),
(32, 'allauth_idp_oidc', '0001_initial', '2026-11-28 18:35:55.670202'),
(33, 'allauth_idp_oidc', '0002_client_default_scopes', '2026-11-28 18:35:55.691763'),
(34, 'allauth_idp_oidc', '0003_client_allow_uri_wildcards', '2026-11-28 18:35:55.709323'),
(35, 'certificates', '0001_initial', '2026-11-28 18:35:57.154354'),
(36, 'certificates', '0002_reference_and_triggers', '2026-11-28 18:35:57.234614'),
(37, 'certificates', '0003_words', '2026-11-28 18:35:57.267788'),
(38, 'certificates', '0004_signing', '2026-11-28 18:35:57.889868'),
(39, 'certificates', '0005_paper', '2026-11-28 18:35:58.056957'),
(40, 'certificates', '0006_cases', '2026-11-28 18:35:58.749217'),
(41, 'certificates', '0007_scheme_rules', '2026-11-28 18:35:58.833619'),
(42, 'certificates', '0008_diary', '2026-11-28 18:35:58.926444'),
(43, 'certificates', '0009_reminders', '2026-11-28 18:35:58.977166'),
(44, 'certificates', '0010_lists', '2026-11-28 18:35:59.449815'),
(45, 'certificates', '0011_evidence_files', '2026-11-28 18:35:59.824249'),
(46, 'certificates', '0012_list_paper', '2026-11-28 18:35:59.867673'),
(47, 'certificates', '0013_public_register', '2026-11-28 18:36:00.040019'),
(48, 'certificates', '0014_keys_anew', '2026-11-28 18:36:00.391165'),
(49, 'certificates', '0015_agency_desk', '2026-11-28 18:36:01.831776'),
(50, 'certificates', '0016_log_losses', '2026-11-28 18:36:01.855330'),
(51, 'certificates', '0017_scheme_desk', '2026-11-28 18:36:03.693932'),
(52, 'certificates', '0018_recognised', '2026-11-28 18:36:04.358460'),
(53, 'certificates', '0019_arrangements', '2026-11-28 18:36:04.504921'),
(54, 'certificates', '0020_life', '2026-11-28 18:36:06.047801'),
(55, 'certificates', '0021_council', '2026-11-28 18:36:11.299146'),
(56, 'certificates', '0022_listing_by_place', '2026-11-28 18:36:11.444628'),
(57, 'taggit', '0001_initial', '2026-11-28 18:36:11.538604'),
(58, 'wagtaildocs', '0001_initial', '2026-11-28 18:36:11.628177'),
(59, 'wagtailcore', '0001_initial', '2026-11-28 18:36:12.810606'),
(60, 'wagtailcore', '0002_initial_data', '2026-11-28 18:36:12.819337'),
(61, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-11-28 18:36:12.826584'),
(62, 'wagtailcore', '0004_page_locked', '2026-11-28 18:36:12.831783'),
(63, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-11-28 18:36:12.842945'),
(64, 'wagtailcore', '0006_add_lock_page_permission', '2026-11-28 18:36:12.850564'),
(65, 'wagtailcore', '0007_page_latest_revision_created_at', '2026-11-28 18:36:12.858614'),
(66, 'wagtailcore', '0008_populate_latest_revision_created_at', '2026-11-28 18:36:12.864144'),
(67, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-11-28 18:36:12.867117'),
(68, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-11-28 18:36:12.874275'),
(69, 'wagtailcore', '0011_page_first_published_at', '2026-11-28 18:36:12.882447'),
(70, 'wagtailcore', '0012_extend_page_slug_field', '2026-11-28 18:36:12.887265'),
(71, 'wagtailcore', '0013_update_golive_expire_help_text', '2026-11-28 18:36:12.889732'),
(72, 'wagtailcore', '0014_add_verbose_name', '2026-11-28 18:36:12.898529'),
(73, 'wagtailcore', '0015_add_more_verbose_names', '2026-11-28 18:36:12.906638'),
(74, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2026-11-28 18:36:12.913692'),
(75, 'wagtaildocs', '0002_initial_data', '2026-11-28 18:36:13.025458'),
(76, 'wagtaildocs', '0003_add_verbose_names', '2026-11-28 18:36:13.587180'),
(77, 'wagtaildocs', '0004_capitalizeverbose', '2026-11-28 18:36:14.231788'),
(78, 'wagtailcore', '0017_change_edit_page_permission_description', '2026-11-28 18:36:14.252454'),
(79, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-11-28 18:36:14.353390'),
(80, 'wagtailcore', '0019_verbose_names_cleanup', '2026-11-28 18:36:14.973724'),
(81, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2026-11-28 18:36:15.067202'),
(82, 'wagtailcore', '0021_capitalizeverbose', '2026-11-28 18:36:17.916993'),
(83, 'wagtailcore', '0022_add_site_name', '2026-11-28 18:36:17.938840'),
(84, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-11-28 18:36:18.027953'),
(85, 'wagtailcore', '0024_collection', '2026-11-28 18:36:18.039567'),
(86, 'wagtailcore', '0025_collection_initial_data', '2026-11-28 18:36:18.121431'),
(87, 'wagtaildocs', '0005_document_collection', '2026-11-28 18:36:18.561518'),
(88, 'wagtailcore', '0026_group_collection_permission', '2026-11-28 18:36:18.706677'),
(89, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '2026-11-28 18:36:18.817364'),
(90, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2026-11-28 18:36:18.942721'),
(91, 'wagtaildocs', '0007_merge', '2026-11-28 18:36:18.954839'),
(92, 'wagtaildocs', '0008_document_file_size', '2026-11-28 18:36:19.037107'),
(93, 'wagtaildocs', '0009_document_verbose_name_plural', '2026-11-28 18:36:19.104346'),
(94, 'wagtaildocs', '0010_document_file_hash', '2026-11-28 18:36:19.193396'),
(95, 'wagtailadmin', '0001_create_admin_access_permissions', '2026-11-28 18:36:19.296440'),
(96, 'wagtaildocs', '0011_add_choose_permissions', '2026-11-28 18:36:19.824722'),
(97, 'wagtaildocs', '0012_uploadeddocument', '2026-11-28 18:36:19.912634'),
(98, 'wagtaildocs', '0013_delete_uploadeddocument', '2026-11-28 18:36:19.919576'),
(99, 'wagtaildocs', '0014_alter_document_file_size', '2026-11-28 18:36:19.990393'),
(100, 'wagtailcore', '0027_fix_collection_path_collation', '2026-11-28 18:36:20.076948'),
(101, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-11-28 18:36:20.174356'),
(102, 'wagtailcore', '0028_merge', '2026-11-28 18:36:20.181859'),
(103, 'wagtailcore', '0029_unicode_slugfield_dj19', '2026-11-28 18:36:20.277237'),
(104, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2026-11-28 18:36:20.390832'),
(105, 'wagtailcore', '0031_add_page_view_restriction_types', '2026-11-28 18:36:20.580331'),
(106, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2026-11-28 18:36:20.615721'),
(107, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2026-11-28 18:36:21.093146'),
(108, 'wagtailcore', '0034_page_live_revision', '2026-11-28 18:36:21.218501'),
(109, 'wagtailcore', '0035_page_last_published_at', '2026-11-28 18:36:21.317018'),
(110, 'wagtailcore', '0036_populate_page_last_published_at', '2026-11-28 18:36:21.427523'),
(111, 'wagtailcore', '0037_set_page_owner_editable', '2026-11-28 18:36:21.542718'),
(112, 'wagtailcore', '0038_make_first_published_at_editable', '2026-11-28 18:36:21.630963'),
(113, 'wagtailcore', '0039_collectionviewrestriction', '2026-11-28 18:36:22.239961'),
(114, 'wagtailcore', '0040_page_draft_title', '2026-11-28 18:36:22.464282'),
(115, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-11-28 18:36:22.497629'),
(116, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-11-28 18:36:22.604721'),
(117, 'wagtailcore', '0043_lock_fields', '2026-11-28 18:36:22.815769'),
(118, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2026-11-28 18:36:22.842028'),
(119, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-11-28 18:36:22.963157'),
(120, 'wagtailcore', '0046_site_name_remove_null', '2026-11-28 18:36:23.005639'),
(121, 'wagtailcore', '0047_add_workflow_models', '2026-11-28 18:36:24.250567'),
(122, 'wagtailcore', '0048_add_default_workflows', '2026-11-28 18:36:24.674045'),
(123, 'wagtailcore', '0049_taskstate_finished_by', '2026-11-28 18:36:24.777854'),
(124, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-11-28 18:36:25.001702'),
(125, 'wagtailcore', '0051_taskstate_comment', '2026-11-28 18:36:25.104434'),
(126, 'wagtailcore', '0052_pagelogentry', '2026-11-28 18:36:25.232065'),
(127, 'wagtailcore', '0053_locale_model', '2026-11-28 18:36:25.240632'),
(128, 'wagtailcore', '0054_initial_locale', '2026-11-28 18:36:25.381181'),
(129, 'wagtailcore', '0055_page_locale_fields', '2026-11-28 18:36:25.939595'),
(130, 'wagtailcore', '0056_page_locale_fields_populate', '2026-11-28 18:36:26.047569'),
(131, 'wagtailcore', '0057_page_locale_fields_notnull', '2026-11-28 18:36:26.252907'),
(132, 'wagtailcore', '0058_page_alias_of', '2026-11-28 18:36:26.375033'),
(133, 'wagtailcore', '0059_apply_collection_ordering', '2026-11-28 18:36:26.465664'),
(134, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2026-11-28 18:36:26.965880'),
(135, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-11-28 18:36:27.156727'),
(136, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2026-11-28 18:36:27.520280'),
(137, 'wagtailcore', '0063_modellogentry', '2026-11-28 18:36:27.650624'),
(138, 'wagtailcore', '0064_log_timestamp_indexes', '2026-11-28 18:36:28.195676'),
(139, 'wagtailcore', '0065_log_entry_uuid', '2026-11-28 18:36:28.393156'),
(140, 'wagtailcore', '0066_collection_management_permissions', '2026-11-28 18:36:28.526235'),
(141, 'wagtailcore', '0067_alter_pagerevision_content_json', '2026-11-28 18:36:28.761441'),
(142, 'wagtailcore', '0068_log_entry_empty_object', '2026-11-28 18:36:28.865579'),
(143, 'wagtailcore', '0069_log_entry_jsonfield', '2026-11-28 18:36:29.697832'),
(144, 'wagtail_localize', '0001_initial', '2026-11-28 18:36:31.110398'),
(145, 'wagtailcore', '0070_rename_pagerevision_revision', '2026-11-28 18:36:32.846403'),
(146, 'wagtailcore', '0071_populate_revision_content_type', '2026-11-28 18:36:33.299115'),
(147, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2026-11-28 18:36:33.659990'),
(148, 'wagtailcore', '0073_page_latest_revision', '2026-11-28 18:36:33.847479'),
(149, 'wagtailcore', '0074_revision_object_str', '2026-11-28 18:36:33.978264'),
(150, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-11-28 18:36:34.247046'),
(151, 'wagtailcore', '0076_modellogentry_revision', '2026-11-28 18:36:34.776243'),
(152, 'wagtailcore', '0077_alter_revision_user', '2026-11-28 18:36:34.917158'),
(153, 'wagtailcore', '0078_referenceindex', '2026-11-28 18:36:35.058690'),
(154, 'wagtailcore', '0079_rename_taskstate_page_revision', '2026-11-28 18:36:35.175586'),
(155, 'wagtailcore', '0080_generic_workflowstate', '2026-11-28 18:36:36.413308'),
(156, 'wagtailcore', '0081_populate_workflowstate_content_type', '2026-11-28 18:36:36.533810'),
(157, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-11-28 18:36:36.802831'),
(158, 'wagtailcore', '0083_workflowcontenttype', '2026-11-28 18:36:37.329368'),
(159, 'wagtailcore', '0084_add_default_page_permissions', '2026-11-28 18:36:37.435913'),
(160, 'wagtailcore', '0085_add_grouppagepermission_permission', '2026-11-28 18:36:37.618478'),
(161, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2026-11-28 18:36:37.846127'),
(162, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-11-28 18:36:38.053278'),
(163, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-11-28 18:36:38.778412'),
(164, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-11-28 18:36:38.886682'),
(165, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-11-28 18:36:39.152129'),
(166, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-11-28 18:36:39.256867'),
(167, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-11-28 18:36:39.336234'),
(168, 'wagtailcore', '0093_uploadedfile', '2026-11-28 18:36:39.792323'),
(169, 'wagtailcore', '0094_alter_page_locale', '2026-11-28 18:36:39.917745'),
(170, 'wagtailcore', '0095_groupsitepermission', '2026-11-28 18:36:40.097472'),
(171, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-11-28 18:36:40.163626'),
(172, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-11-28 18:36:40.379566'),
(173, 'wagtailcore', '0098_apitoken', '2026-11-28 18:36:40.625524'),
(174, 'cms', '0001_initial', '2026-11-28 18:36:41.614573'),
(175, 'cms', '0002_home_sections', '2026-11-28 18:36:41.671241'),
(176, 'cms', '0003_events_documents_search', '2026-11-28 18:36:42.582671'),
(177, 'cms', '0004_search_on_postgresql', '2026-11-28 18:36:42.700770'),
(178, 'cms', '0005_help_texts', '2026-11-28 18:36:43.005104'),
(179, 'courses', '0001_initial', '2026-11-28 18:36:45.124680'),
(180, 'courses', '0002_completions_last', '2026-11-28 18:36:45.138283'),
(181, 'courses', '0003_words', '2026-11-28 18:36:45.206508'),
(182, 'courses', '0004_help_texts', '2026-11-28 18:36:45.304860'),
(183, 'exams', '0001_initial', '2026-11-28 18:36:50.929215'),
(184, 'exams', '0002_triggers', '2026-11-28 18:36:50.977973'),
(185, 'exams', '0003_extra_time', '2026-11-28 18:36:51.081376'),
(186, 'mfa', '0001_initial', '2026-11-28 18:36:51.254558'),
(187, 'mfa', '0002_authenticator_timestamps', '2026-11-28 18:36:51.852557'),
(188, 'mfa', '0003_authenticator_type_uniq', '2026-11-28 18:36:52.202560'),
(189, 'sessions', '0001_initial', '2026-11-28 18:36:52.221986'),
(190, 'socialaccount', '0001_initial', '2026-11-28 18:36:53.019051'),
(191, 'socialaccount', '0002_token_max_lengths', '2026-11-28 18:36:53.186510'),
(192, 'socialaccount', '0003_extra_data_default_dict', '2026-11-28 18:36:53.278610'),
(193, 'socialaccount', '0004_app_provider_id_settings', '2026-11-28 18:36:53.484468'),
(194, 'socialaccount', '0005_socialtoken_nullable_app', '2026-11-28 18:36:53.774009'),
(195, 'socialaccount', '0006_alter_socialaccount_extra_data', '2026-11-28 18:36:53.965244'),
(196, 'taggit', '0002_auto_20150616_2121', '2026-11-28 18:36:54.053407'),
(197, 'taggit', '0003_taggeditem_add_unique_index', '2026-11-28 18:36:54.185849'),
(198, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-11-28 18:36:54.979708'),
(199, 'taggit', '0005_auto_20220424_2025', '2026-11-28 18:36:55.163117'),
(200, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-11-28 18:36:55.230035');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES
(201, 'usersessions', '0001_initial', '2026-11-28 18:36:55.381441'),
(202, 'wagtail_localize', '0002_translation', '2026-11-28 18:36:55.538740'),
(203, 'wagtail_localize', '0003_delete_translation_sources', '2026-11-28 18:36:56.619227'),
(204, 'wagtail_localize', '0004_one_source_per_objectlocale', '2026-11-28 18:36:56.797287'),
(205, 'wagtail_localize', '0005_remove_translationsource_object', '2026-11-28 18:36:57.032622'),
(206, 'wagtail_localize', '0006_create_submit_translation_permission', '2026-11-28 18:36:57.259852'),
(207, 'wagtail_localize', '0007_stringtranslation_type_and_tool_name', '2026-11-28 18:36:57.385864'),
(208, 'wagtail_localize', '0008_stringtranslation_last_translated_by', '2026-11-28 18:36:57.613952'),
(209, 'wagtail_localize', '0009_stringtranslation_errors', '2026-11-28 18:36:58.190030'),
(210, 'wagtail_localize', '0010_overridablesegment', '2026-11-28 18:36:58.407080'),
(211, 'wagtail_localize', '0011_segmentoverride', '2026-11-28 18:36:58.630596'),
(212, 'wagtail_localize', '0012_localesynchronization', '2026-11-28 18:36:58.814796'),
(213, 'wagtail_localize', '0013_translationsource_schema_version', '2026-11-28 18:36:58.895272'),
(214, 'wagtail_localize', '0014_remove_translation_source_last_updated_at', '2026-11-28 18:36:58.954220'),
(215, 'wagtail_localize', '0015_translationcontext_field_path', '2026-11-28 18:36:59.005284'),
(216, 'wagtail_localize', '0016_rename_page_revision_translationlog_revision', '2026-11-28 18:36:59.067793'),
(217, 'wagtailadmin', '0002_admin', '2026-11-28 18:36:59.082147'),
(218, 'wagtailadmin', '0003_admin_managed', '2026-11-28 18:36:59.099017'),
(219, 'wagtailadmin', '0004_editingsession', '2026-11-28 18:36:59.262830'),
(220, 'wagtailadmin', '0005_editingsession_is_editing', '2026-11-28 18:36:59.793712'),
(221, 'wagtailadmin', '0006_formstate', '2026-11-28 18:36:59.976276'),
(222, 'wagtailembeds', '0001_initial', '2026-11-28 18:36:59.997712'),
(223, 'wagtailembeds', '0002_add_verbose_names', '2026-11-28 18:37:00.010690'),
(224, 'wagtailembeds', '0003_capitalizeverbose', '2026-11-28 18:37:00.022162'),
(225, 'wagtailembeds', '0004_embed_verbose_name_plural', '2026-11-28 18:37:00.032485'),
(226, 'wagtailembeds', '0005_specify_thumbnail_url_max_length', '2026-11-28 18:37:00.072765'),
(227, 'wagtailembeds', '0006_add_embed_hash', '2026-11-28 18:37:00.121001'),
(228, 'wagtailembeds', '0007_populate_hash', '2026-11-28 18:37:00.287059'),
(229, 'wagtailembeds', '0008_allow_long_urls', '2026-11-28 18:37:00.475478'),
(230, 'wagtailembeds', '0009_embed_cache_until', '2026-11-28 18:37:00.519553'),
(231, 'wagtailimages', '0001_initial', '2026-11-28 18:37:01.689493'),
(232, 'wagtailimages', '0002_initial_data', '2026-11-28 18:37:01.694387'),
(233, 'wagtailimages', '0003_fix_focal_point_fields', '2026-11-28 18:37:01.698257'),
(234, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '2026-11-28 18:37:01.706277'),
(235, 'wagtailimages', '0005_make_filter_spec_unique', '2026-11-28 18:37:01.713156'),
(236, 'wagtailimages', '0006_add_verbose_names', '2026-11-28 18:37:01.715439'),
(237, 'wagtailimages', '0007_image_file_size', '2026-11-28 18:37:01.722273'),
(238, 'wagtailimages', '0008_image_created_at_index', '2026-11-28 18:37:01.728148'),
(239, 'wagtailimages', '0009_capitalizeverbose', '2026-11-28 18:37:01.730258'),
(240, 'wagtailimages', '0010_change_on_delete_behaviour', '2026-11-28 18:37:01.734826'),
(241, 'wagtailimages', '0011_image_collection', '2026-11-28 18:37:01.746376'),
(242, 'wagtailimages', '0012_copy_image_permissions_to_collections', '2026-11-28 18:37:01.754446'),
(243, 'wagtailimages', '0013_make_rendition_upload_callable', '2026-11-28 18:37:01.766418'),
(244, 'wagtailimages', '0014_add_filter_spec_field', '2026-11-28 18:37:01.774409'),
(245, 'wagtailimages', '0015_fill_filter_spec_field', '2026-11-28 18:37:01.778486'),
(246, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '2026-11-28 18:37:01.787341'),
(247, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '2026-11-28 18:37:01.794433'),
(248, 'wagtailimages', '0018_remove_rendition_filter', '2026-11-28 18:37:01.802270'),
(249, 'wagtailimages', '0019_delete_filter', '2026-11-28 18:37:01.810397'),
(250, 'wagtailimages', '0020_add-verbose-name', '2026-11-28 18:37:01.814666'),
(251, 'wagtailimages', '0021_image_file_hash', '2026-11-28 18:37:01.822257'),
(252, 'wagtailimages', '0022_uploadedimage', '2026-11-28 18:37:01.994706'),
(253, 'wagtailimages', '0023_add_choose_permissions', '2026-11-28 18:37:02.871172'),
(254, 'wagtailimages', '0024_index_image_file_hash', '2026-11-28 18:37:03.051316'),
(255, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '2026-11-28 18:37:03.257826'),
(256, 'wagtailimages', '0026_delete_uploadedimage', '2026-11-28 18:37:03.275010'),
(257, 'wagtailimages', '0027_image_description', '2026-11-28 18:37:03.396832'),
(258, 'wagtailredirects', '0001_initial', '2026-11-28 18:37:03.571082'),
(259, 'wagtailredirects', '0002_add_verbose_names', '2026-11-28 18:37:04.140920'),
(260, 'wagtailredirects', '0003_make_site_field_editable', '2026-11-28 18:37:04.380149'),
(261, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2026-11-28 18:37:04.491767'),
(262, 'wagtailredirects', '0005_capitalizeverbose', '2026-11-28 18:37:05.030140'),
(263, 'wagtailredirects', '0006_redirect_increase_max_length', '2026-11-28 18:37:05.419376'),
(264, 'wagtailredirects', '0007_add_autocreate_fields', '2026-11-28 18:37:05.600587'),
(265, 'wagtailredirects', '0008_add_verbose_name_plural', '2026-11-28 18:37:05.645529'),
(266, 'wagtailsearch', '0001_initial', '2026-11-28 18:37:06.024491'),
(267, 'wagtailsearch', '0002_add_verbose_names', '2026-11-28 18:37:06.307332'),
(268, 'wagtailsearch', '0003_remove_editors_pick', '2026-11-28 18:37:06.319845'),
(269, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', '2026-11-28 18:37:06.681977'),
(270, 'wagtailsearch', '0005_create_indexentry', '2026-11-28 18:37:06.944869'),
(271, 'wagtailsearch', '0006_customise_indexentry', '2026-11-28 18:37:07.276795'),
(272, 'wagtailsearch', '0007_delete_editorspick', '2026-11-28 18:37:07.286002'),
(273, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', '2026-11-28 18:37:07.347058'),
(274, 'wagtailsearch', '0009_remove_ngram_autocomplete', '2026-11-28 18:37:07.351984'),
(275, 'wagtailsearch', '0010_add_text_fields', '2026-11-28 18:37:07.359376'),
(276, 'wagtailusers', '0001_initial', '2026-11-28 18:37:07.565555'),
(277, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-11-28 18:37:08.129031'),
(278, 'wagtailusers', '0003_add_verbose_names', '2026-11-28 18:37:08.215252'),
(279, 'wagtailusers', '0004_capitalizeverbose', '2026-11-28 18:37:08.600939'),
(280, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2026-11-28 18:37:08.797652'),
(281, 'wagtailusers', '0006_userprofile_prefered_language', '2026-11-28 18:37:09.287702'),
(282, 'wagtailusers', '0007_userprofile_current_time_zone', '2026-11-28 18:37:09.385683'),
(283, 'wagtailusers', '0008_userprofile_avatar', '2026-11-28 18:37:09.488433'),
(284, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2026-11-28 18:37:09.587471'),
(285, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-11-28 18:37:09.685637'),
(286, 'wagtailusers', '0011_userprofile_dismissibles', '2026-11-28 18:37:09.786648'),
(287, 'wagtailusers', '0012_userprofile_theme', '2026-11-28 18:37:09.898233'),
(288, 'wagtailusers', '0013_userprofile_density', '2026-11-28 18:37:10.034278'),
(289, 'wagtailusers', '0014_userprofile_contrast', '2026-11-28 18:37:10.495155'),
(290, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-11-28 18:37:10.727664'),
(291, 'wagtailimages', '0001_squashed_0021', '2026-11-28 18:37:10.744304'),
(292, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-11-28 18:37:10.750309');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES
(1, 'wagtailcore', 'page'),
(2, 'wagtaildocs', 'document'),
(3, 'wagtailadmin', 'admin'),
(4, 'wagtailcore', 'groupapprovaltask'),
(5, 'wagtailcore', 'locale'),
(6, 'wagtailcore', 'site'),
(7, 'wagtailcore', 'groupsitepermission'),
(8, 'wagtailcore', 'apitoken'),
(9, 'wagtailcore', 'modellogentry'),
(10, 'wagtailcore', 'revision'),
(11, 'wagtailcore', 'collectionviewrestriction'),
(12, 'wagtailcore', 'collection'),
(13, 'wagtailcore', 'groupcollectionpermission'),
(14, 'wagtailcore', 'uploadedfile'),
(15, 'wagtailcore', 'workflowcontenttype'),
(16, 'wagtailcore', 'workflowstate'),
(17, 'wagtailcore', 'workflow'),
(18, 'wagtailcore', 'workflowtask'),
(19, 'wagtailcore', 'task'),
(20, 'wagtailcore', 'taskstate'),
(21, 'wagtailcore', 'grouppagepermission'),
(22, 'wagtailcore', 'pageviewrestriction'),
(23, 'wagtailcore', 'workflowpage'),
(24, 'wagtailcore', 'pagelogentry'),
(25, 'wagtailcore', 'comment'),
(26, 'wagtailcore', 'commentreply'),
(27, 'wagtailcore', 'pagesubscription'),
(28, 'wagtailcore', 'referenceindex'),
(29, 'wagtail_localize', 'translation'),
(30, 'wagtailimages', 'image'),
(31, 'courses', 'courseindexpage'),
(32, 'courses', 'lessonpage'),
(33, 'courses', 'course'),
(34, 'courses', 'coursepage'),
(35, 'courses', 'enrolment'),
(36, 'courses', 'completion'),
(37, 'courses', 'checkanswer'),
(38, 'courses', 'lessonprogress'),
(39, 'courses', 'courseinstructor'),
(40, 'exams', 'attempt'),
(41, 'exams', 'exam'),
(42, 'exams', 'blueprint'),
(43, 'exams', 'form'),
(44, 'exams', 'formitem'),
(45, 'exams', 'autoscore'),
(46, 'exams', 'answerevent'),
(47, 'exams', 'answer'),
(48, 'exams', 'item'),
(49, 'exams', 'itemversion'),
(50, 'exams', 'receipt'),
(51, 'exams', 'result'),
(52, 'exams', 'resultnotice'),
(53, 'exams', 'script'),
(54, 'exams', 'mark'),
(55, 'exams', 'sitting'),
(56, 'certificates', 'expertfield'),
(57, 'certificates', 'dossier'),
(58, 'certificates', 'decision'),
(59, 'certificates', 'dossierevent'),
(60, 'certificates', 'evidence'),
(61, 'certificates', 'evidenceactor'),
(62, 'certificates', 'numbercounter'),
(63, 'certificates', 'scheme'),
(64, 'certificates', 'schemeversion'),
(65, 'certificates', 'certificate'),
(66, 'certificates', 'statusproposal'),
(67, 'certificates', 'statusevent'),
(68, 'certificates', 'target'),
(69, 'certificates', 'certificatedocument'),
(70, 'certificates', 'checkpoint'),
(71, 'certificates', 'loghead'),
(72, 'certificates', 'logtile'),
(73, 'certificates', 'signingintent'),
(74, 'certificates', 'credential'),
(75, 'certificates', 'signingkey'),
(76, 'certificates', 'keyevent'),
(77, 'certificates', 'statuslist'),
(78, 'certificates', 'logentry'),
(79, 'certificates', 'offlinetoken'),
(80, 'certificates', 'case'),
(81, 'certificates', 'caseevent'),
(82, 'certificates', 'caseletter'),
(83, 'certificates', 'activity'),
(84, 'certificates', 'reminder'),
(85, 'certificates', 'listcheck'),
(86, 'certificates', 'listanswer'),
(87, 'certificates', 'evidencefile'),
(88, 'certificates', 'listing'),
(89, 'certificates', 'visibilitychoice'),
(90, 'certificates', 'reissue'),
(91, 'certificates', 'apitoken'),
(92, 'certificates', 'apiuse'),
(93, 'certificates', 'hook'),
(94, 'certificates', 'delivery'),
(95, 'certificates', 'watch'),
(96, 'certificates', 'watchnotice'),
(97, 'certificates', 'logloss'),
(98, 'certificates', 'competence'),
(99, 'certificates', 'schemeauthor'),
(100, 'certificates', 'recognisedscheme'),
(101, 'certificates', 'recognisedcertificate'),
(102, 'certificates', 'recognisedevent'),
(103, 'certificates', 'conductagreement'),
(104, 'certificates', 'arrangement'),
(105, 'certificates', 'renewal'),
(106, 'certificates', 'report'),
(107, 'certificates', 'reportevent'),
(108, 'certificates', 'holderletter'),
(109, 'certificates', 'correction'),
(110, 'certificates', 'agendaline'),
(111, 'certificates', 'conflictstatement'),
(112, 'certificates', 'councilletter'),
(113, 'certificates', 'councilpaper'),
(114, 'certificates', 'decisiondocument'),
(115, 'certificates', 'interest'),
(116, 'certificates', 'meeting'),
(117, 'certificates', 'meetingmember'),
(118, 'certificates', 'vote'),
(119, 'cms', 'homepage'),
(120, 'cms', 'newsindexpage'),
(121, 'cms', 'standardpage'),
(122, 'cms', 'newspage'),
(123, 'cms', 'documentindexpage'),
(124, 'cms', 'eventindexpage'),
(125, 'cms', 'eventpage'),
(126, 'cms', 'searchentry'),
(127, 'cms', 'documentpage'),
(128, 'accounts', 'audithead'),
(129, 'accounts', 'province'),
(130, 'accounts', 'user'),
(131, 'accounts', 'auditevent'),
(132, 'accounts', 'organisation'),
(133, 'accounts', 'membership'),
(134, 'accounts', 'rolegrant'),
(135, 'accounts', 'auditcheck'),
(136, 'accounts', 'coordinator'),
(137, 'account', 'emailaddress'),
(138, 'account', 'emailconfirmation'),
(139, 'mfa', 'authenticator'),
(140, 'usersessions', 'usersession'),
(141, 'socialaccount', 'socialaccount'),
(142, 'socialaccount', 'socialapp'),
(143, 'socialaccount', 'socialtoken'),
(144, 'allauth_idp_oidc', 'client'),
(145, 'allauth_idp_oidc', 'token'),
(146, 'wagtail_localize', 'string'),
(147, 'wagtail_localize', 'template'),
(148, 'wagtail_localize', 'translatableobject'),
(149, 'wagtail_localize', 'translationsource'),
(150, 'wagtail_localize', 'translationlog'),
(151, 'wagtail_localize', 'translationcontext'),
(152, 'wagtail_localize', 'templatesegment'),
(153, 'wagtail_localize', 'stringsegment'),
(154, 'wagtail_localize', 'relatedobjectsegment'),
(155, 'wagtail_localize', 'stringtranslation'),
(156, 'wagtail_localize', 'overridablesegment'),
(157, 'wagtail_localize', 'segmentoverride'),
(158, 'wagtail_localize', 'localesynchronization'),
(159, 'wagtailredirects', 'redirect'),
(160, 'wagtailembeds', 'embed'),
(161, 'wagtailusers', 'userprofile'),
(162, 'wagtailimages', 'rendition'),
(163, 'wagtailsearch', 'indexentry'),
(164, 'wagtailsearch', 'sqliteftsindexentry'),
(165, 'wagtailadmin', 'editingsession'),
(166, 'wagtailadmin', 'formstate'),
(167, 'taggit', 'tag'),
(168, 'taggit', 'taggeditem'),
(169, 'auth', 'permission'),
(170, 'auth', 'group'),
(171, 'contenttypes', 'contenttype'),
(172, 'sessions', 'session');
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES
(1, 2, 1),
(2, 2, 2),
(3, 2, 3),
(4, 1, 1),
(5, 1, 2),
(6, 1, 3),
(7, 2, 4),
(8, 1, 4),
(9, 2, 5),
(10, 1, 5),
(11, 2, 114),
(12, 1, 114),
(13, 2, 115),
(14, 2, 116),
(15, 2, 117),
(16, 1, 115),
(17, 1, 116),
(18, 1, 117),
(19, 2, 118),
(20, 1, 118);
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES
(1, 2, 'add_document', 'Can add document'),
(2, 2, 'change_document', 'Can change document'),
(3, 2, 'delete_document', 'Can delete document'),
(4, 3, 'access_admin', 'Can access Wagtail admin'),
(5, 2, 'choose_document', 'Can choose document'),
(6, 5, 'add_locale', 'Can add locale'),
(7, 5, 'change_locale', 'Can change locale'),
(8, 5, 'delete_locale', 'Can delete locale'),
(9, 5, 'view_locale', 'Can view locale'),
(10, 6, 'add_site', 'Can add site'),
(11, 6, 'change_site', 'Can change site'),
(12, 6, 'delete_site', 'Can delete site'),
(13, 6, 'view_site', 'Can view site'),
(14, 7, 'add_groupsitepermission', 'Can add group site permission'),
(15, 7, 'change_groupsitepermission', 'Can change group site permission'),
(16, 7, 'delete_groupsitepermission', 'Can delete group site permission'),
(17, 7, 'view_groupsitepermission', 'Can view group site permission'),
(18, 8, 'add_apitoken', 'Can add API token'),
(19, 8, 'change_apitoken', 'Can change API token'),
(20, 8, 'delete_apitoken', 'Can delete API token'),
(21, 8, 'view_apitoken', 'Can view API token'),
(22, 9, 'add_modellogentry', 'Can add model log entry'),
(23, 9, 'change_modellogentry', 'Can change model log entry'),
(24, 9, 'delete_modellogentry', 'Can delete model log entry'),
(25, 9, 'view_modellogentry', 'Can view model log entry'),
(26, 10, 'add_revision', 'Can add revision'),
(27, 10, 'change_revision', 'Can change revision'),
(28, 10, 'delete_revision', 'Can delete revision'),
(29, 10, 'view_revision', 'Can view revision'),
(30, 11, 'add_collectionviewrestriction', 'Can add collection view restriction'),
(31, 11, 'change_collectionviewrestriction', 'Can change collection view restriction'),
(32, 11, 'delete_collectionviewrestriction', 'Can delete collection view restriction'),
(33, 11, 'view_collectionviewrestriction', 'Can view collection view restriction'),
(34, 12, 'add_collection', 'Can add collection'),
(35, 12, 'change_collection', 'Can change collection'),
(36, 12, 'delete_collection', 'Can delete collection'),
(37, 12, 'view_collection', 'Can view collection'),
(38, 13, 'add_groupcollectionpermission', 'Can add group collection permission'),
(39, 13, 'change_groupcollectionpermission', 'Can change group collection permission'),
(40, 13, 'delete_groupcollectionpermission', 'Can delete group collection permission'),
(41, 13, 'view_groupcollectionpermission', 'Can view group collection permission'),
(42, 14, 'add_uploadedfile', 'Can add uploaded file'),
(43, 14, 'change_uploadedfile', 'Can change uploaded file'),
(44, 14, 'delete_uploadedfile', 'Can delete uploaded file'),
(45, 14, 'view_uploadedfile', 'Can view uploaded file'),
(46, 15, 'add_workflowcontenttype', 'Can add workflow content type'),
(47, 15, 'change_workflowcontenttype', 'Can change workflow content type'),
(48, 15, 'delete_workflowcontenttype', 'Can delete workflow content type'),
(49, 15, 'view_workflowcontenttype', 'Can view workflow content type'),
(50, 16, 'add_workflowstate', 'Can add Workflow state'),
(51, 16, 'change_workflowstate', 'Can change Workflow state'),
(52, 16, 'delete_workflowstate', 'Can delete Workflow state'),
(53, 16, 'view_workflowstate', 'Can view Workflow state'),
(54, 17, 'add_workflow', 'Can add workflow'),
(55, 17, 'change_workflow', 'Can change workflow'),
(56, 17, 'delete_workflow', 'Can delete workflow'),
(57, 17, 'view_workflow', 'Can view workflow'),
(58, 18, 'add_workflowtask', 'Can add workflow task order'),
(59, 18, 'change_workflowtask', 'Can change workflow task order'),
(60, 18, 'delete_workflowtask', 'Can delete workflow task order'),
(61, 18, 'view_workflowtask', 'Can view workflow task order'),
(62, 19, 'add_task', 'Can add task'),
(63, 19, 'change_task', 'Can change task'),
(64, 19, 'delete_task', 'Can delete task'),
(65, 19, 'view_task', 'Can view task'),
(66, 4, 'add_groupapprovaltask', 'Can add Group approval task'),
(67, 4, 'change_groupapprovaltask', 'Can change Group approval task'),
(68, 4, 'delete_groupapprovaltask', 'Can delete Group approval task'),
(69, 4, 'view_groupapprovaltask', 'Can view Group approval task'),
(70, 20, 'add_taskstate', 'Can add Task state'),
(71, 20, 'change_taskstate', 'Can change Task state'),
(72, 20, 'delete_taskstate', 'Can delete Task state'),
(73, 20, 'view_taskstate', 'Can view Task state'),
(74, 1, 'add_page', 'Can add page'),
(75, 1, 'change_page', 'Can change page'),
(76, 1, 'delete_page', 'Can delete page'),
(77, 1, 'view_page', 'Can view page'),
(78, 1, 'bulk_delete_page', 'Delete pages with children'),
(79, 1, 'lock_page', 'Lock/unlock pages you''ve locked'),
(80, 1, 'publish_page', 'Publish any page'),
(81, 1, 'unlock_page', 'Unlock any page'),
(82, 21, 'add_grouppagepermission', 'Can add group page permission'),
(83, 21, 'change_grouppagepermission', 'Can change group page permission'),
(84, 21, 'delete_grouppagepermission', 'Can delete group page permission'),
(85, 21, 'view_grouppagepermission', 'Can view group page permission'),
(86, 22, 'add_pageviewrestriction', 'Can add page view restriction'),
(87, 22, 'change_pageviewrestriction', 'Can change page view restriction'),
(88, 22, 'delete_pageviewrestriction', 'Can delete page view restriction'),
(89, 22, 'view_pageviewrestriction', 'Can view page view restriction'),
(90, 23, 'add_workflowpage', 'Can add workflow page'),
(91, 23, 'change_workflowpage', 'Can change workflow page'),
(92, 23, 'delete_workflowpage', 'Can delete workflow page'),
(93, 23, 'view_workflowpage', 'Can view workflow page'),
(94, 24, 'add_pagelogentry', 'Can add page log entry'),
(95, 24, 'change_pagelogentry', 'Can change page log entry'),
(96, 24, 'delete_pagelogentry', 'Can delete page log entry'),
(97, 24, 'view_pagelogentry', 'Can view page log entry'),
(98, 25, 'add_comment', 'Can add comment'),
(99, 25, 'change_comment', 'Can change comment'),
(100, 25, 'delete_comment', 'Can delete comment'),
(101, 25, 'view_comment', 'Can view comment'),
(102, 26, 'add_commentreply', 'Can add comment reply'),
(103, 26, 'change_commentreply', 'Can change comment reply'),
(104, 26, 'delete_commentreply', 'Can delete comment reply'),
(105, 26, 'view_commentreply', 'Can view comment reply'),
(106, 27, 'add_pagesubscription', 'Can add page subscription'),
(107, 27, 'change_pagesubscription', 'Can change page subscription'),
(108, 27, 'delete_pagesubscription', 'Can delete page subscription'),
(109, 27, 'view_pagesubscription', 'Can view page subscription'),
(110, 28, 'add_referenceindex', 'Can add reference index'),
(111, 28, 'change_referenceindex', 'Can change reference index'),
(112, 28, 'delete_referenceindex', 'Can delete reference index'),
(113, 28, 'view_referenceindex', 'Can view reference index'),
(114, 29, 'submit_translation', 'Can submit translations'),
(115, 30, 'add_image', 'Can add image'),
(116, 30, 'change_image', 'Can change image'),
(117, 30, 'delete_image', 'Can delete image'),
(118, 30, 'choose_image', 'Can choose image'),
(119, 31, 'add_courseindexpage', 'Can add course catalogue'),
(120, 31, 'change_courseindexpage', 'Can change course catalogue'),
(121, 31, 'delete_courseindexpage', 'Can delete course catalogue'),
(122, 31, 'view_courseindexpage', 'Can view course catalogue'),
(123, 32, 'add_lessonpage', 'Can add lesson'),
(124, 32, 'change_lessonpage', 'Can change lesson'),
(125, 32, 'delete_lessonpage', 'Can delete lesson'),
(126, 32, 'view_lessonpage', 'Can view lesson'),
(127, 33, 'add_course', 'Can add course'),
(128, 33, 'change_course', 'Can change course'),
(129, 33, 'delete_course', 'Can delete course'),
(130, 33, 'view_course', 'Can view course'),
(131, 34, 'add_coursepage', 'Can add course'),
(132, 34, 'change_coursepage', 'Can change course'),
(133, 34, 'delete_coursepage', 'Can delete course'),
(134, 34, 'view_coursepage', 'Can view course'),
(135, 35, 'add_enrolment', 'Can add enrolment'),
(136, 35, 'change_enrolment', 'Can change enrolment'),
(137, 35, 'delete_enrolment', 'Can delete enrolment'),
(138, 35, 'view_enrolment', 'Can view enrolment'),
(139, 36, 'add_completion', 'Can add completion'),
(140, 36, 'change_completion', 'Can change completion'),
(141, 36, 'delete_completion', 'Can delete completion'),
(142, 36, 'view_completion', 'Can view completion'),
(143, 37, 'add_checkanswer', 'Can add check answer'),
(144, 37, 'change_checkanswer', 'Can change check answer'),
(145, 37, 'delete_checkanswer', 'Can delete check answer'),
(146, 37, 'view_checkanswer', 'Can view check answer'),
(147, 38, 'add_lessonprogress', 'Can add lesson progress'),
(148, 38, 'change_lessonprogress', 'Can change lesson progress'),
(149, 38, 'delete_lessonprogress', 'Can delete lesson progress'),
(150, 38, 'view_lessonprogress', 'Can view lesson progress'),
(151, 39, 'add_courseinstructor', 'Can add course instructor'),
(152, 39, 'change_courseinstructor', 'Can change course instructor'),
(153, 39, 'delete_courseinstructor', 'Can delete course instructor'),
(154, 39, 'view_courseinstructor', 'Can view course instructor'),
(155, 40, 'add_attempt', 'Can add attempt'),
(156, 40, 'change_attempt', 'Can change attempt'),
(157, 40, 'delete_attempt', 'Can delete attempt'),
(158, 40, 'view_attempt', 'Can view attempt'),
(159, 41, 'add_exam', 'Can add exam'),
(160, 41, 'change_exam', 'Can change exam'),
(161, 41, 'delete_exam', 'Can delete exam'),
(162, 41, 'view_exam', 'Can view exam'),
(163, 42, 'add_blueprint', 'Can add blueprint'),
(164, 42, 'change_blueprint', 'Can change blueprint'),
(165, 42, 'delete_blueprint', 'Can delete blueprint'),
(166, 42, 'view_blueprint', 'Can view blueprint'),
(167, 43, 'add_form', 'Can add form'),
(168, 43, 'change_form', 'Can change form'),
(169, 43, 'delete_form', 'Can delete form'),
(170, 43, 'view_form', 'Can view form'),
(171, 44, 'add_formitem', 'Can add form item'),
(172, 44, 'change_formitem', 'Can change form item'),
(173, 44, 'delete_formitem', 'Can delete form item'),
(174, 44, 'view_formitem', 'Can view form item'),
(175, 45, 'add_autoscore', 'Can add auto score'),
(176, 45, 'change_autoscore', 'Can change auto score'),
(177, 45, 'delete_autoscore', 'Can delete auto score'),
(178, 45, 'view_autoscore', 'Can view auto score'),
(179, 46, 'add_answerevent', 'Can add answer event'),
(180, 46, 'change_answerevent', 'Can change answer event'),
(181, 46, 'delete_answerevent', 'Can delete answer event'),
(182, 46, 'view_answerevent', 'Can view answer event'),
(183, 47, 'add_answer', 'Can add answer'),
(184, 47, 'change_answer', 'Can change answer'),
(185, 47, 'delete_answer', 'Can delete answer'),
(186, 47, 'view_answer', 'Can view answer'),
(187, 48, 'add_item', 'Can add item'),
(188, 48, 'change_item', 'Can change item'),
(189, 48, 'delete_item', 'Can delete item'),
(190, 48, 'view_item', 'Can view item'),
(191, 49, 'add_itemversion', 'Can add item version'),
(192, 49, 'change_itemversion', 'Can change item version'),
(193, 49, 'delete_itemversion', 'Can delete item version'),
(194, 49, 'view_itemversion', 'Can view item version'),
(195, 50, 'add_receipt', 'Can add receipt'),
(196, 50, 'change_receipt', 'Can change receipt'),
(197, 50, 'delete_receipt', 'Can delete receipt'),
(198, 50, 'view_receipt', 'Can view receipt'),
(199, 51, 'add_result', 'Can add result'),
(200, 51, 'change_result', 'Can change result');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES
(201, 51, 'delete_result', 'Can delete result'),
(202, 51, 'view_result', 'Can view result'),
(203, 52, 'add_resultnotice', 'Can add result notice'),
(204, 52, 'change_resultnotice', 'Can change result notice'),
(205, 52, 'delete_resultnotice', 'Can delete result notice'),
(206, 52, 'view_resultnotice', 'Can view result notice'),
(207, 53, 'add_script', 'Can add script'),
(208, 53, 'change_script', 'Can change script'),
(209, 53, 'delete_script', 'Can delete script'),
(210, 53, 'view_script', 'Can view script'),
(211, 54, 'add_mark', 'Can add mark'),
(212, 54, 'change_mark', 'Can change mark'),
(213, 54, 'delete_mark', 'Can delete mark'),
(214, 54, 'view_mark', 'Can view mark'),
(215, 55, 'add_sitting', 'Can add sitting'),
(216, 55, 'change_sitting', 'Can change sitting'),
(217, 55, 'delete_sitting', 'Can delete sitting'),
(218, 55, 'view_sitting', 'Can view sitting'),
(219, 56, 'add_expertfield', 'Can add expert field'),
(220, 56, 'change_expertfield', 'Can change expert field'),
(221, 56, 'delete_expertfield', 'Can delete expert field'),
(222, 56, 'view_expertfield', 'Can view expert field'),
(223, 57, 'add_dossier', 'Can add dossier'),
(224, 57, 'change_dossier', 'Can change dossier'),
(225, 57, 'delete_dossier', 'Can delete dossier'),
(226, 57, 'view_dossier', 'Can view dossier'),
(227, 58, 'add_decision', 'Can add decision'),
(228, 58, 'change_decision', 'Can change decision'),
(229, 58, 'delete_decision', 'Can delete decision'),
(230, 58, 'view_decision', 'Can view decision'),
(231, 59, 'add_dossierevent', 'Can add dossier event'),
(232, 59, 'change_dossierevent', 'Can change dossier event'),
(233, 59, 'delete_dossierevent', 'Can delete dossier event'),
(234, 59, 'view_dossierevent', 'Can view dossier event'),
(235, 60, 'add_evidence', 'Can add evidence'),
(236, 60, 'change_evidence', 'Can change evidence'),
(237, 60, 'delete_evidence', 'Can delete evidence'),
(238, 60, 'view_evidence', 'Can view evidence'),
(239, 61, 'add_evidenceactor', 'Can add evidence actor'),
(240, 61, 'change_evidenceactor', 'Can change evidence actor'),
(241, 61, 'delete_evidenceactor', 'Can delete evidence actor'),
(242, 61, 'view_evidenceactor', 'Can view evidence actor'),
(243, 62, 'add_numbercounter', 'Can add number counter'),
(244, 62, 'change_numbercounter', 'Can change number counter'),
(245, 62, 'delete_numbercounter', 'Can delete number counter'),
(246, 62, 'view_numbercounter', 'Can view number counter'),
(247, 63, 'add_scheme', 'Can add scheme'),
(248, 63, 'change_scheme', 'Can change scheme'),
(249, 63, 'delete_scheme', 'Can delete scheme'),
(250, 63, 'view_scheme', 'Can view scheme'),
(251, 64, 'add_schemeversion', 'Can add scheme version'),
(252, 64, 'change_schemeversion', 'Can change scheme version'),
(253, 64, 'delete_schemeversion', 'Can delete scheme version'),
(254, 64, 'view_schemeversion', 'Can view scheme version'),
(255, 65, 'add_certificate', 'Can add certificate'),
(256, 65, 'change_certificate', 'Can change certificate'),
(257, 65, 'delete_certificate', 'Can delete certificate'),
(258, 65, 'view_certificate', 'Can view certificate'),
(259, 66, 'add_statusproposal', 'Can add status proposal'),
(260, 66, 'change_statusproposal', 'Can change status proposal'),
(261, 66, 'delete_statusproposal', 'Can delete status proposal'),
(262, 66, 'view_statusproposal', 'Can view status proposal'),
(263, 67, 'add_statusevent', 'Can add status event'),
(264, 67, 'change_statusevent', 'Can change status event'),
(265, 67, 'delete_statusevent', 'Can delete status event'),
(266, 67, 'view_statusevent', 'Can view status event'),
(267, 68, 'add_target', 'Can add target'),
(268, 68, 'change_target', 'Can change target'),
(269, 68, 'delete_target', 'Can delete target'),
(270, 68, 'view_target', 'Can view target'),
(271, 69, 'add_certificatedocument', 'Can add certificate document'),
(272, 69, 'change_certificatedocument', 'Can change certificate document'),
(273, 69, 'delete_certificatedocument', 'Can delete certificate document'),
(274, 69, 'view_certificatedocument', 'Can view certificate document'),
(275, 70, 'add_checkpoint', 'Can add checkpoint'),
(276, 70, 'change_checkpoint', 'Can change checkpoint'),
(277, 70, 'delete_checkpoint', 'Can delete checkpoint'),
(278, 70, 'view_checkpoint', 'Can view checkpoint'),
(279, 71, 'add_loghead', 'Can add log head'),
(280, 71, 'change_loghead', 'Can change log head'),
(281, 71, 'delete_loghead', 'Can delete log head'),
(282, 71, 'view_loghead', 'Can view log head'),
(283, 72, 'add_logtile', 'Can add log tile'),
(284, 72, 'change_logtile', 'Can change log tile'),
(285, 72, 'delete_logtile', 'Can delete log tile'),
(286, 72, 'view_logtile', 'Can view log tile'),
(287, 73, 'add_signingintent', 'Can add signing intent'),
(288, 73, 'change_signingintent', 'Can change signing intent'),
(289, 73, 'delete_signingintent', 'Can delete signing intent'),
(290, 73, 'view_signingintent', 'Can view signing intent'),
(291, 74, 'add_credential', 'Can add credential'),
(292, 74, 'change_credential', 'Can change credential'),
(293, 74, 'delete_credential', 'Can delete credential'),
(294, 74, 'view_credential', 'Can view credential'),
(295, 75, 'add_signingkey', 'Can add signing key'),
(296, 75, 'change_signingkey', 'Can change signing key'),
(297, 75, 'delete_signingkey', 'Can delete signing key'),
(298, 75, 'view_signingkey', 'Can view signing key'),
(299, 76, 'add_keyevent', 'Can add key event'),
(300, 76, 'change_keyevent', 'Can change key event'),
(301, 76, 'delete_keyevent', 'Can delete key event'),
(302, 76, 'view_keyevent', 'Can view key event'),
(303, 77, 'add_statuslist', 'Can add status list'),
(304, 77, 'change_statuslist', 'Can change status list'),
(305, 77, 'delete_statuslist', 'Can delete status list'),
(306, 77, 'view_statuslist', 'Can view status list'),
(307, 78, 'add_logentry', 'Can add log entry'),
(308, 78, 'change_logentry', 'Can change log entry'),
(309, 78, 'delete_logentry', 'Can delete log entry'),
(310, 78, 'view_logentry', 'Can view log entry'),
(311, 79, 'add_offlinetoken', 'Can add offline token'),
(312, 79, 'change_offlinetoken', 'Can change offline token'),
(313, 79, 'delete_offlinetoken', 'Can delete offline token'),
(314, 79, 'view_offlinetoken', 'Can view offline token'),
(315, 80, 'add_case', 'Can add case'),
(316, 80, 'change_case', 'Can change case'),
(317, 80, 'delete_case', 'Can delete case'),
(318, 80, 'view_case', 'Can view case'),
(319, 81, 'add_caseevent', 'Can add case event'),
(320, 81, 'change_caseevent', 'Can change case event'),
(321, 81, 'delete_caseevent', 'Can delete case event'),
(322, 81, 'view_caseevent', 'Can view case event'),
(323, 82, 'add_caseletter', 'Can add case letter'),
(324, 82, 'change_caseletter', 'Can change case letter'),
(325, 82, 'delete_caseletter', 'Can delete case letter'),
(326, 82, 'view_caseletter', 'Can view case letter'),
(327, 83, 'add_activity', 'Can add activity'),
(328, 83, 'change_activity', 'Can change activity'),
(329, 83, 'delete_activity', 'Can delete activity'),
(330, 83, 'view_activity', 'Can view activity'),
(331, 84, 'add_reminder', 'Can add reminder'),
(332, 84, 'change_reminder', 'Can change reminder'),
(333, 84, 'delete_reminder', 'Can delete reminder'),
(334, 84, 'view_reminder', 'Can view reminder'),
(335, 85, 'add_listcheck', 'Can add list check'),
(336, 85, 'change_listcheck', 'Can change list check'),
(337, 85, 'delete_listcheck', 'Can delete list check'),
(338, 85, 'view_listcheck', 'Can view list check'),
(339, 86, 'add_listanswer', 'Can add list answer'),
(340, 86, 'change_listanswer', 'Can change list answer'),
(341, 86, 'delete_listanswer', 'Can delete list answer'),
(342, 86, 'view_listanswer', 'Can view list answer'),
(343, 87, 'add_evidencefile', 'Can add evidence file'),
(344, 87, 'change_evidencefile', 'Can change evidence file'),
(345, 87, 'delete_evidencefile', 'Can delete evidence file'),
(346, 87, 'view_evidencefile', 'Can view evidence file'),
(347, 88, 'add_listing', 'Can add listing'),
(348, 88, 'change_listing', 'Can change listing'),
(349, 88, 'delete_listing', 'Can delete listing'),
(350, 88, 'view_listing', 'Can view listing'),
(351, 89, 'add_visibilitychoice', 'Can add visibility choice'),
(352, 89, 'change_visibilitychoice', 'Can change visibility choice'),
(353, 89, 'delete_visibilitychoice', 'Can delete visibility choice'),
(354, 89, 'view_visibilitychoice', 'Can view visibility choice'),
(355, 90, 'add_reissue', 'Can add certificate made anew'),
(356, 90, 'change_reissue', 'Can change certificate made anew'),
(357, 90, 'delete_reissue', 'Can delete certificate made anew'),
(358, 90, 'view_reissue', 'Can view certificate made anew'),
(359, 91, 'add_apitoken', 'Can add api token'),
(360, 91, 'change_apitoken', 'Can change api token'),
(361, 91, 'delete_apitoken', 'Can delete api token'),
(362, 91, 'view_apitoken', 'Can view api token'),
(363, 92, 'add_apiuse', 'Can add api use'),
(364, 92, 'change_apiuse', 'Can change api use'),
(365, 92, 'delete_apiuse', 'Can delete api use'),
(366, 92, 'view_apiuse', 'Can view api use'),
(367, 93, 'add_hook', 'Can add hook'),
(368, 93, 'change_hook', 'Can change hook'),
(369, 93, 'delete_hook', 'Can delete hook'),
(370, 93, 'view_hook', 'Can view hook'),
(371, 94, 'add_delivery', 'Can add delivery'),
(372, 94, 'change_delivery', 'Can change delivery'),
(373, 94, 'delete_delivery', 'Can delete delivery'),
(374, 94, 'view_delivery', 'Can view delivery'),
(375, 95, 'add_watch', 'Can add watch'),
(376, 95, 'change_watch', 'Can change watch'),
(377, 95, 'delete_watch', 'Can delete watch'),
(378, 95, 'view_watch', 'Can view watch'),
(379, 96, 'add_watchnotice', 'Can add watch notice'),
(380, 96, 'change_watchnotice', 'Can change watch notice'),
(381, 96, 'delete_watchnotice', 'Can delete watch notice'),
(382, 96, 'view_watchnotice', 'Can view watch notice'),
(383, 97, 'add_logloss', 'Can add loss of entries of the log'),
(384, 97, 'change_logloss', 'Can change loss of entries of the log'),
(385, 97, 'delete_logloss', 'Can delete loss of entries of the log'),
(386, 97, 'view_logloss', 'Can view loss of entries of the log'),
(387, 98, 'add_competence', 'Can add competence'),
(388, 98, 'change_competence', 'Can change competence'),
(389, 98, 'delete_competence', 'Can delete competence'),
(390, 98, 'view_competence', 'Can view competence'),
(391, 99, 'add_schemeauthor', 'Can add scheme author'),
(392, 99, 'change_schemeauthor', 'Can change scheme author'),
(393, 99, 'delete_schemeauthor', 'Can delete scheme author'),
(394, 99, 'view_schemeauthor', 'Can view scheme author'),
(395, 100, 'add_recognisedscheme', 'Can add recognised scheme'),
(396, 100, 'change_recognisedscheme', 'Can change recognised scheme'),
(397, 100, 'delete_recognisedscheme', 'Can delete recognised scheme'),
(398, 100, 'view_recognisedscheme', 'Can view recognised scheme'),
(399, 101, 'add_recognisedcertificate', 'Can add recognised certificate'),
(400, 101, 'change_recognisedcertificate', 'Can change recognised certificate');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES
(401, 101, 'delete_recognisedcertificate', 'Can delete recognised certificate'),
(402, 101, 'view_recognisedcertificate', 'Can view recognised certificate'),
(403, 102, 'add_recognisedevent', 'Can add recognised event'),
(404, 102, 'change_recognisedevent', 'Can change recognised event'),
(405, 102, 'delete_recognisedevent', 'Can delete recognised event'),
(406, 102, 'view_recognisedevent', 'Can view recognised event'),
(407, 103, 'add_conductagreement', 'Can add conduct agreement'),
(408, 103, 'change_conductagreement', 'Can change conduct agreement'),
(409, 103, 'delete_conductagreement', 'Can delete conduct agreement'),
(410, 103, 'view_conductagreement', 'Can view conduct agreement'),
(411, 104, 'add_arrangement', 'Can add arrangement'),
(412, 104, 'change_arrangement', 'Can change arrangement'),
(413, 104, 'delete_arrangement', 'Can delete arrangement'),
(414, 104, 'view_arrangement', 'Can view arrangement'),
(415, 105, 'add_renewal', 'Can add renewal'),
(416, 105, 'change_renewal', 'Can change renewal'),
(417, 105, 'delete_renewal', 'Can delete renewal'),
(418, 105, 'view_renewal', 'Can view renewal'),
(419, 106, 'add_report', 'Can add report'),
(420, 106, 'change_report', 'Can change report'),
(421, 106, 'delete_report', 'Can delete report'),
(422, 106, 'view_report', 'Can view report'),
(423, 107, 'add_reportevent', 'Can add report event'),
(424, 107, 'change_reportevent', 'Can change report event'),
(425, 107, 'delete_reportevent', 'Can delete report event'),
(426, 107, 'view_reportevent', 'Can view report event'),
(427, 108, 'add_holderletter', 'Can add holder letter'),
(428, 108, 'change_holderletter', 'Can change holder letter'),
(429, 108, 'delete_holderletter', 'Can delete holder letter'),
(430, 108, 'view_holderletter', 'Can view holder letter'),
(431, 109, 'add_correction', 'Can add correction'),
(432, 109, 'change_correction', 'Can change correction'),
(433, 109, 'delete_correction', 'Can delete correction'),
(434, 109, 'view_correction', 'Can view correction'),
(435, 110, 'add_agendaline', 'Can add agenda line'),
(436, 110, 'change_agendaline', 'Can change agenda line'),
(437, 110, 'delete_agendaline', 'Can delete agenda line'),
(438, 110, 'view_agendaline', 'Can view agenda line'),
(439, 111, 'add_conflictstatement', 'Can add conflict statement'),
(440, 111, 'change_conflictstatement', 'Can change conflict statement'),
(441, 111, 'delete_conflictstatement', 'Can delete conflict statement'),
(442, 111, 'view_conflictstatement', 'Can view conflict statement'),
(443, 112, 'add_councilletter', 'Can add council letter'),
(444, 112, 'change_councilletter', 'Can change council letter'),
(445, 112, 'delete_councilletter', 'Can delete council letter'),
(446, 112, 'view_councilletter', 'Can view council letter'),
(447, 113, 'add_councilpaper', 'Can add council paper'),
(448, 113, 'change_councilpaper', 'Can change council paper'),
(449, 113, 'delete_councilpaper', 'Can delete council paper'),
(450, 113, 'view_councilpaper', 'Can view council paper'),
(451, 114, 'add_decisiondocument', 'Can add decision document'),
(452, 114, 'change_decisiondocument', 'Can change decision document'),
(453, 114, 'delete_decisiondocument', 'Can delete decision document'),
(454, 114, 'view_decisiondocument', 'Can view decision document'),
(455, 115, 'add_interest', 'Can add interest'),
(456, 115, 'change_interest', 'Can change interest'),
(457, 115, 'delete_interest', 'Can delete interest'),
(458, 115, 'view_interest', 'Can view interest'),
(459, 116, 'add_meeting', 'Can add meeting'),
(460, 116, 'change_meeting', 'Can change meeting'),
(461, 116, 'delete_meeting', 'Can delete meeting'),
(462, 116, 'view_meeting', 'Can view meeting'),
(463, 117, 'add_meetingmember', 'Can add meeting member'),
(464, 117, 'change_meetingmember', 'Can change meeting member'),
(465, 117, 'delete_meetingmember', 'Can delete meeting member'),
(466, 117, 'view_meetingmember', 'Can view meeting member'),
(467, 118, 'add_vote', 'Can add vote'),
(468, 118, 'change_vote', 'Can change vote'),
(469, 118, 'delete_vote', 'Can delete vote'),
(470, 118, 'view_vote', 'Can view vote'),
(471, 119, 'add_homepage', 'Can add home page'),
(472, 119, 'change_homepage', 'Can change home page'),
(473, 119, 'delete_homepage', 'Can delete home page'),
(474, 119, 'view_homepage', 'Can view home page'),
(475, 120, 'add_newsindexpage', 'Can add news list'),
(476, 120, 'change_newsindexpage', 'Can change news list'),
(477, 120, 'delete_newsindexpage', 'Can delete news list'),
(478, 120, 'view_newsindexpage', 'Can view news list'),
(479, 121, 'add_standardpage', 'Can add standard page'),
(480, 121, 'change_standardpage', 'Can change standard page'),
(481, 121, 'delete_standardpage', 'Can delete standard page'),
(482, 121, 'view_standardpage', 'Can view standard page'),
(483, 122, 'add_newspage', 'Can add news story'),
(484, 122, 'change_newspage', 'Can change news story'),
(485, 122, 'delete_newspage', 'Can delete news story'),
(486, 122, 'view_newspage', 'Can view news story'),
(487, 123, 'add_documentindexpage', 'Can add library of documents'),
(488, 123, 'change_documentindexpage', 'Can change library of documents'),
(489, 123, 'delete_documentindexpage', 'Can delete library of documents'),
(490, 123, 'view_documentindexpage', 'Can view library of documents'),
(491, 124, 'add_eventindexpage', 'Can add list of events'),
(492, 124, 'change_eventindexpage', 'Can change list of events'),
(493, 124, 'delete_eventindexpage', 'Can delete list of events'),
(494, 124, 'view_eventindexpage', 'Can view list of events'),
(495, 125, 'add_eventpage', 'Can add event'),
(496, 125, 'change_eventpage', 'Can change event'),
(497, 125, 'delete_eventpage', 'Can delete event'),
(498, 125, 'view_eventpage', 'Can view event'),
(499, 126, 'add_searchentry', 'Can add words for search'),
(500, 126, 'change_searchentry', 'Can change words for search'),
(501, 126, 'delete_searchentry', 'Can delete words for search'),
(502, 126, 'view_searchentry', 'Can view words for search'),
(503, 127, 'add_documentpage', 'Can add official document'),
(504, 127, 'change_documentpage', 'Can change official document'),
(505, 127, 'delete_documentpage', 'Can delete official document'),
(506, 127, 'view_documentpage', 'Can view official document'),
(507, 128, 'add_audithead', 'Can add audit head'),
(508, 128, 'change_audithead', 'Can change audit head'),
(509, 128, 'delete_audithead', 'Can delete audit head'),
(510, 128, 'view_audithead', 'Can view audit head'),
(511, 129, 'add_province', 'Can add province'),
(512, 129, 'change_province', 'Can change province'),
(513, 129, 'delete_province', 'Can delete province'),
(514, 129, 'view_province', 'Can view province'),
(515, 130, 'add_user', 'Can add person'),
(516, 130, 'change_user', 'Can change person'),
(517, 130, 'delete_user', 'Can delete person'),
(518, 130, 'view_user', 'Can view person'),
(519, 131, 'add_auditevent', 'Can add audit event'),
(520, 131, 'change_auditevent', 'Can change audit event'),
(521, 131, 'delete_auditevent', 'Can delete audit event'),
(522, 131, 'view_auditevent', 'Can view audit event'),
(523, 132, 'add_organisation', 'Can add organisation'),
(524, 132, 'change_organisation', 'Can change organisation'),
(525, 132, 'delete_organisation', 'Can delete organisation'),
(526, 132, 'view_organisation', 'Can view organisation'),
(527, 133, 'add_membership', 'Can add membership'),
(528, 133, 'change_membership', 'Can change membership'),
(529, 133, 'delete_membership', 'Can delete membership'),
(530, 133, 'view_membership', 'Can view membership'),
(531, 134, 'add_rolegrant', 'Can add role grant'),
(532, 134, 'change_rolegrant', 'Can change role grant'),
(533, 134, 'delete_rolegrant', 'Can delete role grant'),
(534, 134, 'view_rolegrant', 'Can view role grant'),
(535, 135, 'add_auditcheck', 'Can add audit check'),
(536, 135, 'change_auditcheck', 'Can change audit check'),
(537, 135, 'delete_auditcheck', 'Can delete audit check'),
(538, 135, 'view_auditcheck', 'Can view audit check'),
(539, 136, 'add_coordinator', 'Can add coordinator'),
(540, 136, 'change_coordinator', 'Can change coordinator'),
(541, 136, 'delete_coordinator', 'Can delete coordinator'),
(542, 136, 'view_coordinator', 'Can view coordinator'),
(543, 137, 'add_emailaddress', 'Can add email address'),
(544, 137, 'change_emailaddress', 'Can change email address'),
(545, 137, 'delete_emailaddress', 'Can delete email address'),
(546, 137, 'view_emailaddress', 'Can view email address'),
(547, 138, 'add_emailconfirmation', 'Can add email confirmation'),
(548, 138, 'change_emailconfirmation', 'Can change email confirmation'),
(549, 138, 'delete_emailconfirmation', 'Can delete email confirmation'),
(550, 138, 'view_emailconfirmation', 'Can view email confirmation'),
(551, 139, 'add_authenticator', 'Can add authenticator'),
(552, 139, 'change_authenticator', 'Can change authenticator'),
(553, 139, 'delete_authenticator', 'Can delete authenticator'),
(554, 139, 'view_authenticator', 'Can view authenticator'),
(555, 140, 'add_usersession', 'Can add user session'),
(556, 140, 'change_usersession', 'Can change user session'),
(557, 140, 'delete_usersession', 'Can delete user session'),
(558, 140, 'view_usersession', 'Can view user session'),
(559, 141, 'add_socialaccount', 'Can add social account'),
(560, 141, 'change_socialaccount', 'Can change social account'),
(561, 141, 'delete_socialaccount', 'Can delete social account'),
(562, 141, 'view_socialaccount', 'Can view social account'),
(563, 142, 'add_socialapp', 'Can add social application'),
(564, 142, 'change_socialapp', 'Can change social application'),
(565, 142, 'delete_socialapp', 'Can delete social application'),
(566, 142, 'view_socialapp', 'Can view social application'),
(567, 143, 'add_socialtoken', 'Can add social application token'),
(568, 143, 'change_socialtoken', 'Can change social application token'),
(569, 143, 'delete_socialtoken', 'Can delete social application token'),
(570, 143, 'view_socialtoken', 'Can view social application token'),
(571, 144, 'add_client', 'Can add client'),
(572, 144, 'change_client', 'Can change client'),
(573, 144, 'delete_client', 'Can delete client'),
(574, 144, 'view_client', 'Can view client'),
(575, 145, 'add_token', 'Can add token'),
(576, 145, 'change_token', 'Can change token'),
(577, 145, 'delete_token', 'Can delete token'),
(578, 145, 'view_token', 'Can view token'),
(579, 146, 'add_string', 'Can add string'),
(580, 146, 'change_string', 'Can change string'),
(581, 146, 'delete_string', 'Can delete string'),
(582, 146, 'view_string', 'Can view string'),
(583, 147, 'add_template', 'Can add template'),
(584, 147, 'change_template', 'Can change template'),
(585, 147, 'delete_template', 'Can delete template'),
(586, 147, 'view_template', 'Can view template'),
(587, 148, 'add_translatableobject', 'Can add translatable object'),
(588, 148, 'change_translatableobject', 'Can change translatable object'),
(589, 148, 'delete_translatableobject', 'Can delete translatable object'),
(590, 148, 'view_translatableobject', 'Can view translatable object'),
(591, 149, 'add_translationsource', 'Can add translation source'),
(592, 149, 'change_translationsource', 'Can change translation source'),
(593, 149, 'delete_translationsource', 'Can delete translation source'),
(594, 149, 'view_translationsource', 'Can view translation source'),
(595, 150, 'add_translationlog', 'Can add translation log'),
(596, 150, 'change_translationlog', 'Can change translation log'),
(597, 150, 'delete_translationlog', 'Can delete translation log'),
(598, 150, 'view_translationlog', 'Can view translation log'),
(599, 151, 'add_translationcontext', 'Can add translation context'),
(600, 151, 'change_translationcontext', 'Can change translation context');
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES
(601, 151, 'delete_translationcontext', 'Can delete translation context'),
(602, 151, 'view_translationcontext', 'Can view translation context'),
(603, 152, 'add_templatesegment', 'Can add template segment'),
(604, 152, 'change_templatesegment', 'Can change template segment'),
(605, 152, 'delete_templatesegment', 'Can delete template segment'),
(606, 152, 'view_templatesegment', 'Can view template segment'),
(607, 153, 'add_stringsegment', 'Can add string segment'),
(608, 153, 'change_stringsegment', 'Can change string segment'),
(609, 153, 'delete_stringsegment', 'Can delete string segment'),
(610, 153, 'view_stringsegment', 'Can view string segment'),
(611, 154, 'add_relatedobjectsegment', 'Can add related object segment'),
(612, 154, 'change_relatedobjectsegment', 'Can change related object segment'),
(613, 154, 'delete_relatedobjectsegment', 'Can delete related object segment'),
(614, 154, 'view_relatedobjectsegment', 'Can view related object segment'),
(615, 155, 'add_stringtranslation', 'Can add string translation'),
(616, 155, 'change_stringtranslation', 'Can change string translation'),
(617, 155, 'delete_stringtranslation', 'Can delete string translation'),
(618, 155, 'view_stringtranslation', 'Can view string translation'),
(619, 29, 'add_translation', 'Can add translation'),
(620, 29, 'change_translation', 'Can change translation'),
(621, 29, 'delete_translation', 'Can delete translation'),
(622, 29, 'view_translation', 'Can view translation'),
(623, 156, 'add_overridablesegment', 'Can add overridable segment'),
(624, 156, 'change_overridablesegment', 'Can change overridable segment'),
(625, 156, 'delete_overridablesegment', 'Can delete overridable segment'),
(626, 156, 'view_overridablesegment', 'Can view overridable segment'),
(627, 157, 'add_segmentoverride', 'Can add segment override'),
(628, 157, 'change_segmentoverride', 'Can change segment override'),
(629, 157, 'delete_segmentoverride', 'Can delete segment override'),
(630, 157, 'view_segmentoverride', 'Can view segment override'),
(631, 158, 'add_localesynchronization', 'Can add locale synchronization'),
(632, 158, 'change_localesynchronization', 'Can change locale synchronization'),
(633, 158, 'delete_localesynchronization', 'Can delete locale synchronization'),
(634, 158, 'view_localesynchronization', 'Can view locale synchronization'),
(635, 159, 'add_redirect', 'Can add redirect'),
(636, 159, 'change_redirect', 'Can change redirect'),
(637, 159, 'delete_redirect', 'Can delete redirect'),
(638, 159, 'view_redirect', 'Can view redirect'),
(639, 160, 'add_embed', 'Can add embed'),
(640, 160, 'change_embed', 'Can change embed'),
(641, 160, 'delete_embed', 'Can delete embed'),
(642, 160, 'view_embed', 'Can view embed'),
(643, 161, 'add_userprofile', 'Can add user profile'),
(644, 161, 'change_userprofile', 'Can change user profile'),
(645, 161, 'delete_userprofile', 'Can delete user profile'),
(646, 161, 'view_userprofile', 'Can view user profile'),
(647, 2, 'view_document', 'Can view document'),
(648, 30, 'view_image', 'Can view image'),
(649, 162, 'add_rendition', 'Can add rendition'),
(650, 162, 'change_rendition', 'Can change rendition'),
(651, 162, 'delete_rendition', 'Can delete rendition'),
(652, 162, 'view_rendition', 'Can view rendition'),
(653, 163, 'add_indexentry', 'Can add index entry'),
(654, 163, 'change_indexentry', 'Can change index entry'),
(655, 163, 'delete_indexentry', 'Can delete index entry'),
(656, 163, 'view_indexentry', 'Can view index entry'),
(657, 164, 'add_sqliteftsindexentry', 'Can add sqliteftsindexentry'),
(658, 164, 'change_sqliteftsindexentry', 'Can change sqliteftsindexentry'),
(659, 164, 'delete_sqliteftsindexentry', 'Can delete sqliteftsindexentry'),
(660, 164, 'view_sqliteftsindexentry', 'Can view sqliteftsindexentry'),
(661, 165, 'add_editingsession', 'Can add editing session'),
(662, 165, 'change_editingsession', 'Can change editing session'),
(663, 165, 'delete_editingsession', 'Can delete editing session'),
(664, 165, 'view_editingsession', 'Can view editing session'),
(665, 166, 'add_formstate', 'Can add form state'),
(666, 166, 'change_formstate', 'Can change form state'),
(667, 166, 'delete_formstate', 'Can delete form state'),
(668, 166, 'view_formstate', 'Can view form state'),
(669, 167, 'add_tag', 'Can add tag'),
(670, 167, 'change_tag', 'Can change tag'),
(671, 167, 'delete_tag', 'Can delete tag'),
(672, 167, 'view_tag', 'Can view tag'),
(673, 168, 'add_taggeditem', 'Can add tagged item'),
(674, 168, 'change_taggeditem', 'Can change tagged item'),
(675, 168, 'delete_taggeditem', 'Can delete tagged item'),
(676, 168, 'view_taggeditem', 'Can view tagged item'),
(677, 169, 'add_permission', 'Can add permission'),
(678, 169, 'change_permission', 'Can change permission'),
(679, 169, 'delete_permission', 'Can delete permission'),
(680, 169, 'view_permission', 'Can view permission'),
(681, 170, 'add_group', 'Can add group'),
(682, 170, 'change_group', 'Can change group'),
(683, 170, 'delete_group', 'Can delete group'),
(684, 170, 'view_group', 'Can view group'),
(685, 171, 'add_contenttype', 'Can add content type'),
(686, 171, 'change_contenttype', 'Can change content type'),
(687, 171, 'delete_contenttype', 'Can delete content type'),
(688, 171, 'view_contenttype', 'Can view content type'),
(689, 172, 'add_session', 'Can add session'),
(690, 172, 'change_session', 'Can change session'),
(691, 172, 'delete_session', 'Can delete session'),
(692, 172, 'view_session', 'Can view session');
INSERT INTO "auth_group" ("id", "name") VALUES
(1, 'Moderators'),
(2, 'Editors');
INSERT INTO "accounts_province" ("code", "name_vi", "name_en", "kind_vi", "sort_key") VALUES
('01', 'Hà Nội', 'Hanoi', 'Thành phố', '0006f00064000750007700070.01050.10100!..'),
('04', 'Cao Bằng', 'Cao Bang', 'Tỉnh', '0006800064000760006700065000750006e.0000100.1001000!..'),
('08', 'Tuyên Quang', 'Tuyen Quang', 'Tỉnh', '0007d0007e000830006c000750007a0007e00064000750006e.0000000000.1000010000!..'),
('11', 'Điện Biên', 'Dien Bien', 'Tỉnh', '0006a000700006c0007500067000700006c00075.00500000.10001000!..'),
('12', 'Lai Châu', 'Lai Chau', 'Tỉnh', '000730006400070000680006f000660007e.0000000.1001000!..'),
('14', 'Sơn La', 'Son La', 'Tỉnh', '0007c00078000750007300064.00000.10010!..'),
('15', 'Lào Cai', 'Lao Cai', 'Tỉnh', '000730006400076000680006400070.010000.100100!..'),
('19', 'Thái Nguyên', 'Thai Nguyen', 'Tỉnh', '0007d0006f0006400070000750006e0007e000830006c00075.0040000000.1000100000!..'),
('20', 'Lạng Sơn', 'Lang Son', 'Tỉnh', '0007300064000750006e0007c0007800075.0500000.1000100!..'),
('22', 'Quảng Ninh', 'Quang Ninh', 'Tỉnh', '0007a0007e00064000750006e0007500070000750006f.002000000.100001000!..'),
('24', 'Bắc Ninh', 'Bac Ninh', 'Tỉnh', '0006700065000680007500070000750006f.0400000.1001000!..'),
('25', 'Phú Thọ', 'Phu Tho', 'Tỉnh', '000790006f0007e0007d0006f00076.004005.100100!..'),
('31', 'Hải Phòng', 'Haiphong', 'Thành phố', '0006f0006400070000790006f00076000750006e.02000100.10010000!..'),
('33', 'Hưng Yên', 'Hung Yen', 'Tỉnh', '0006f0007f000750006e000830006c00075.0000000.1000100!..'),
('37', 'Ninh Bình', 'Ninh Binh', 'Tỉnh', '0007500070000750006f0006700070000750006f.00000100.10001000!..'),
('38', 'Thanh Hóa', 'Thanh Hoa', 'Tỉnh', '0007d0006f00064000750006f0006f0007600064.00000040.10000100!..'),
('40', 'Nghệ An', 'Nghe An', 'Tỉnh', '000750006e0006f0006c0006400075.000500.100010!..'),
('42', 'Hà Tĩnh', 'Ha Tinh', 'Tỉnh', '0006f000640007d00070000750006f.010300.101000!..'),
('44', 'Quảng Trị', 'Quang Tri', 'Tỉnh', '0007a0007e00064000750006e0007d0007b00070.00200005.10000100!..'),
('46', 'Huế', 'Hue', 'Thành phố', '0006f0007e0006c.004.100!..'),
('48', 'Đà Nẵng', 'Da Nang', 'Thành phố', '0006a000640007500065000750006e.010300.101000!..'),
('51', 'Quảng Ngãi', 'Quang Ngai', 'Tỉnh', '0007a0007e00064000750006e000750006e0006400070.002000030.100001000!..'),
('52', 'Gia Lai', 'Gia Lai', 'Tỉnh', '0006e0007000064000730006400070.000000.100100!..'),
('56', 'Khánh Hòa', 'Khanh Hoa', 'Tỉnh', '000720006f00064000750006f0006f0007600064.00400010.10000100!..'),
('66', 'Đắk Lắk', 'Dak Lak', 'Tỉnh', '0006a0006500072000730006500072.040040.100100!..'),
('68', 'Lâm Đồng', 'Lam Dong', 'Tỉnh', '0007300066000740006a00077000750006e.0000100.1001000!..'),
('75', 'Đồng Nai', 'Dong Nai', 'Thành phố', '0006a00077000750006e000750006400070.0100000.1000100!..'),
('79', 'Hồ Chí Minh', 'Ho Chi Minh', 'Thành phố', '0006f00077000680006f000700007400070000750006f.010040000.101001000!..'),
('80', 'Tây Ninh', 'Tay Ninh', 'Tỉnh', '0007d00066000830007500070000750006f.0000000.1001000!..'),
('82', 'Đồng Tháp', 'Dong Thap', 'Tỉnh', '0006a00077000750006e0007d0006f0006400079.01000040.10001000!..'),
('86', 'Vĩnh Long', 'Vinh Long', 'Tỉnh', '0008000070000750006f0007300076000750006e.03000000.10001000!..'),
('91', 'An Giang', 'An Giang', 'Tỉnh', '00064000750006e0007000064000750006e.0000000.1010000!..'),
('92', 'Cần Thơ', 'Can Tho', 'Thành phố', '0006800066000750007d0006f00078.010000.100100!..'),
('96', 'Cà Mau', 'Ca Mau', 'Tỉnh', '000680006400074000640007e.01000.10100!..');
INSERT INTO "certificates_expertfield" ("id", "code", "name_vi", "name_en", "position") VALUES
(1, 'lean', 'Quản lý tinh gọn (Lean) và cải tiến Kaizen', 'Lean management and Kaizen improvement', 0),
(2, 'quality', 'Kiểm soát và cải tiến chất lượng', 'Quality control and improvement', 1),
(3, 'systems', 'Hệ thống quản lý và tiêu chuẩn', 'Management systems and standards', 2),
(4, 'green', 'Năng suất xanh', 'Green productivity', 3),
(5, 'digital', 'Chuyển đổi số trong sản xuất', 'Digital transformation in manufacturing', 4);
INSERT INTO "certificates_scheme" ("id", "code", "prefix") VALUES
(1, 'NSCL-QG', 'VNPQ'),
(2, 'NSCL-KV', 'VNPR'),
(3, 'NSCL-QT', 'VNPI');
INSERT INTO "certificates_schemeversion_fields" ("id", "schemeversion_id", "expertfield_id") VALUES
(1, 1, 1),
(2, 1, 2),
(3, 1, 3),
(4, 1, 4),
(5, 1, 5),
(6, 2, 1),
(7, 2, 2),
(8, 2, 3),
(9, 2, 4),
(10, 2, 5),
(11, 3, 1),
(12, 3, 2),
(13, 3, 3),
(14, 3, 4),
(15, 3, 5);
INSERT INTO "certificates_target" ("id", "code", "period", "qualifier", "low", "high", "unit", "wording_vi", "wording_en", "position", "parent_id") VALUES
(1, 'experts-2021-2025', '2021-2025', 'about', 600, 600, 'persons', 'khoảng 600 chuyên gia năng suất chất lượng tại các bộ, cơ quan, địa phương và doanh nghiệp được đào tạo, chứng nhận đạt tiêu chuẩn', 'about 600 productivity and quality experts in ministries, agencies, localities and enterprises trained and certified', 0, NULL),
(2, 'experts-2026-2030', '2026-2030', 'about', 1000, 1000, 'persons', 'khoảng 1.000 chuyên gia năng suất chất lượng được đào tạo, chứng nhận đạt tiêu chuẩn', 'about 1,000 productivity and quality experts trained and certified', 1, NULL),
(3, 'experts-higher-2026-2030', '2026-2030', 'about', 200, 200, 'persons', 'trong đó có khoảng 200 chuyên gia được chứng nhận đạt trình độ khu vực và quốc tế', 'of whom about 200 certified at regional and international level', 2, 2),
(4, 'harmonisation-2021-2025', '2021-2025', 'about', 65, 65, 'percent', 'tỷ lệ hài hòa của hệ thống tiêu chuẩn quốc gia với tiêu chuẩn quốc tế, tiêu chuẩn khu vực đạt khoảng 65%', 'about 65% of national standards (TCVN) harmonised with international and regional standards', 3, NULL),
(5, 'harmonisation-2026-2030', '2026-2030', 'about', 70, 75, 'percent', 'tỷ lệ hài hòa của hệ thống tiêu chuẩn quốc gia với tiêu chuẩn quốc tế, tiêu chuẩn khu vực đạt khoảng 70 - 75%', 'about 70-75% of national standards (TCVN) harmonised with international and regional standards', 4, NULL),
(6, 'enterprises-supported', '2021-2030', 'exactly', 10, 15, 'percent_a_year', 'số doanh nghiệp được hỗ trợ các giải pháp nâng cao năng suất và chất lượng hằng năm tăng từ 10 - 15%', 'the number of enterprises supported with productivity and quality solutions grows by 10-15% a year', 5, NULL),
(7, 'iso-certificates', '2021-2030', 'at_least', 10, 10, 'percent', 'số giấy chứng nhận hệ thống quản lý chất lượng ISO 9001 và số giấy chứng nhận hệ thống quản lý môi trường ISO 14001 cấp cho doanh nghiệp tăng ít nhất 10% so với giai đoạn 2011 - 2020', 'the numbers of ISO 9001 and of ISO 14001 certificates issued to enterprises grow by at least 10% on 2011-2020', 6, NULL),
(8, 'pilot-models', '2021-2030', 'at_least', 100, 100, 'models', 'ít nhất 100 doanh nghiệp được hướng dẫn áp dụng đồng bộ các giải pháp nâng cao năng suất chất lượng, trở thành mô hình điểm để chia sẻ, nhân rộng trên toàn quốc', 'at least 100 enterprises guided to apply productivity and quality solutions in sync, as pilot models to be shared across the country', 7, NULL);
INSERT INTO "certificates_loghead" ("id", "size", "last_at") VALUES
(1, 0, NULL);
INSERT INTO "certificates_schemeversion" ("id", "version", "name_vi", "name_en", "scope_vi", "scope_en", "level", "validity_months", "requirements", "code_of_conduct_vi", "code_of_conduct_en", "proposed_vi", "proposed_en", "position", "published_at", "scheme_id", "cpd_hours_per_year", "renewal_cpd_hours", "renewal_projects", "surveillance_months", "body_country", "body_evidence", "body_name", "body_site", "drafted_at", "drafted_by_id", "handed_over_at", "job_analysis_en", "job_analysis_on", "job_analysis_review_on", "job_analysis_vi", "participants_en", "participants_vi", "published_by_id") VALUES
(1, '2026-1', 'Chuyên gia năng suất chất lượng, cấp quốc gia', 'Productivity and Quality Expert, national level', 'Khảo sát, tư vấn và hướng dẫn doanh nghiệp trong nước áp dụng công cụ cải tiến, hệ thống quản lý và tiêu chuẩn để nâng cao năng suất, chất lượng, theo khung yêu cầu của TCVN 13751:2023.', 'Surveys, advises and guides enterprises in Vietnam in applying improvement tools, management systems and standards to raise productivity and quality, along the framework of TCVN 13751:2023.', 'national', 36, '[{"kind": "training_hours", "reference": "", "minimum": "32", "label_vi": "\u00cdt nh\u1ea5t 32 gi\u1edd \u0111\u00e0o t\u1ea1o trong c\u00e1c kh\u00f3a h\u1ecdc c\u1ee7a Ch\u01b0\u01a1ng tr\u00ecnh", "label_en": "At least 32 hours of training in the Programme''s courses"}, {"kind": "exam", "reference": "EX-NSCL-1", "minimum": "70", "label_vi": "\u0110\u1ea1t k\u1ef3 thi EX-NSCL-1 v\u1edbi \u00edt nh\u1ea5t 70% s\u1ed1 \u0111i\u1ec3m", "label_en": "Exam EX-NSCL-1 passed with at least 70% of the points"}, {"kind": "education", "reference": "", "minimum": "1", "label_vi": "T\u1ed1t nghi\u1ec7p cao \u0111\u1eb3ng ho\u1eb7c \u0111\u1ea1i h\u1ecdc (t\u1ef1 khai)", "label_en": "College or university education (declared)"}, {"kind": "experience", "reference": "", "minimum": "3", "label_vi": "\u00cdt nh\u1ea5t 3 n\u0103m kinh nghi\u1ec7m trong l\u0129nh v\u1ef1c (t\u1ef1 khai)", "label_en": "At least 3 years of experience in the field (declared)"}]', 'Đặt lợi ích chính đáng của doanh nghiệp và người lao động lên trên lợi ích riêng.
Chỉ nhận việc trong phạm vi năng lực đã được chứng nhận và nói rõ giới hạn của mình.
Nêu số liệu trung thực, có nguồn; không tô hồng kết quả cải tiến.
Giữ bí mật thông tin của doanh nghiệp, trừ khi pháp luật yêu cầu cung cấp.
Khai báo mọi xung đột lợi ích trước khi nhận việc.
Không nhận hoặc đưa lợi ích để làm sai lệch kết quả đánh giá.
Cập nhật kiến thức và ghi lại hoạt động phát triển nghề nghiệp hằng năm.
Dùng chứng chỉ đúng phạm vi; ngừng dùng ngay khi bị đình chỉ, thu hồi hoặc hết hiệu lực.
Hợp tác khi tổ chức chứng nhận xem xét khiếu nại.', 'Put the legitimate interest of the enterprise and its workers before one''s own.
Accept work only within the certified competence and say plainly where it ends.
Report figures honestly and with their source; never embellish an improvement.
Keep the enterprise''s information confidential unless the law requires disclosure.
Declare every conflict of interest before accepting work.
Neither accept nor offer a benefit that could distort an assessment.
Keep knowledge up to date and record professional development every year.
Use the certificate within its scope; stop at once when it is suspended, withdrawn or expired.
Cooperate when the certification body looks into a complaint.', 'Số giờ đào tạo, số năm kinh nghiệm, điểm đạt và thời hạn 36 tháng là mức đề xuất, chờ Hội đồng chứng nhận ban hành.', 'Training hours, years of experience, pass mark and the validity of 36 months are proposals until the certification council publishes its own.', 0, '2021-01-01 00:00:00', 1, 16, 48, 1, 12, '', '', '', '', NULL, NULL, NULL, '', NULL, NULL, '', '', '', NULL),
(2, '2026-1', 'Chuyên gia năng suất chất lượng, cấp khu vực', 'Productivity and Quality Expert, regional level', 'Chủ trì chương trình nâng cao năng suất cho doanh nghiệp, ngành hoặc địa phương và làm việc cùng chuyên gia các nước trong khu vực, đối chiếu với khung APO-PS 101.', 'Leads productivity programmes for enterprises, sectors or provinces and works with experts of the region, matched to the framework of APO-PS 101.', 'regional', 36, '[{"kind": "certificate", "reference": "NSCL-QG", "minimum": "1", "label_vi": "\u0110ang gi\u1eef ch\u1ee9ng ch\u1ec9 c\u1ea5p qu\u1ed1c gia c\u00f2n hi\u1ec7u l\u1ef1c", "label_en": "A valid national certificate"}, {"kind": "training_hours", "reference": "", "minimum": "64", "label_vi": "\u00cdt nh\u1ea5t 64 gi\u1edd \u0111\u00e0o t\u1ea1o trong c\u00e1c kh\u00f3a h\u1ecdc c\u1ee7a Ch\u01b0\u01a1ng tr\u00ecnh", "label_en": "At least 64 hours of training in the Programme''s courses"}, {"kind": "exam", "reference": "EX-NSCL-1", "minimum": "80", "label_vi": "\u0110\u1ea1t k\u1ef3 thi EX-NSCL-1 v\u1edbi \u00edt nh\u1ea5t 80% s\u1ed1 \u0111i\u1ec3m", "label_en": "Exam EX-NSCL-1 passed with at least 80% of the points"}, {"kind": "experience", "reference": "", "minimum": "5", "label_vi": "\u00cdt nh\u1ea5t 5 n\u0103m kinh nghi\u1ec7m trong l\u0129nh v\u1ef1c (t\u1ef1 khai)", "label_en": "At least 5 years of experience in the field (declared)"}, {"kind": "project", "reference": "", "minimum": "2", "label_vi": "\u00cdt nh\u1ea5t 2 d\u1ef1 \u00e1n c\u1ea3i ti\u1ebfn \u0111\u00e3 ch\u1ee7 tr\u00ec (t\u1ef1 khai)", "label_en": "At least 2 improvement projects led (declared)"}]', 'Đặt lợi ích chính đáng của doanh nghiệp và người lao động lên trên lợi ích riêng.
Chỉ nhận việc trong phạm vi năng lực đã được chứng nhận và nói rõ giới hạn của mình.
Nêu số liệu trung thực, có nguồn; không tô hồng kết quả cải tiến.
Giữ bí mật thông tin của doanh nghiệp, trừ khi pháp luật yêu cầu cung cấp.
Khai báo mọi xung đột lợi ích trước khi nhận việc.
Không nhận hoặc đưa lợi ích để làm sai lệch kết quả đánh giá.
Cập nhật kiến thức và ghi lại hoạt động phát triển nghề nghiệp hằng năm.
Dùng chứng chỉ đúng phạm vi; ngừng dùng ngay khi bị đình chỉ, thu hồi hoặc hết hiệu lực.
Hợp tác khi tổ chức chứng nhận xem xét khiếu nại.', 'Put the legitimate interest of the enterprise and its workers before one''s own.
Accept work only within the certified competence and say plainly where it ends.
Report figures honestly and with their source; never embellish an improvement.
Keep the enterprise''s information confidential unless the law requires disclosure.
Declare every conflict of interest before accepting work.
Neither accept nor offer a benefit that could distort an assessment.
Keep knowledge up to date and record professional development every year.
Use the certificate within its scope; stop at once when it is suspended, withdrawn or expired.
Cooperate when the certification body looks into a complaint.', 'Số giờ đào tạo, số năm kinh nghiệm, điểm đạt và thời hạn 36 tháng là mức đề xuất, chờ Hội đồng chứng nhận ban hành.', 'Training hours, years of experience, pass mark and the validity of 36 months are proposals until the certification council publishes its own.', 1, '2021-01-01 00:00:00', 2, 16, 48, 1, 12, '', '', '', '', NULL, NULL, NULL, '', NULL, NULL, '', '', '', NULL),
(3, '2026-1', 'Chuyên gia năng suất chất lượng, cấp quốc tế', 'Productivity and Quality Expert, international level', 'Tư vấn, đào tạo và đánh giá về năng suất, chất lượng ở phạm vi quốc tế; hướng dẫn và đánh giá chuyên gia các cấp.', 'Advises, trains and assesses in productivity and quality internationally; guides and assesses experts of all levels.', 'international', 36, '[{"kind": "certificate", "reference": "NSCL-KV", "minimum": "1", "label_vi": "\u0110ang gi\u1eef ch\u1ee9ng ch\u1ec9 c\u1ea5p khu v\u1ef1c c\u00f2n hi\u1ec7u l\u1ef1c", "label_en": "A valid regional certificate"}, {"kind": "training_hours", "reference": "", "minimum": "96", "label_vi": "\u00cdt nh\u1ea5t 96 gi\u1edd \u0111\u00e0o t\u1ea1o trong c\u00e1c kh\u00f3a h\u1ecdc c\u1ee7a Ch\u01b0\u01a1ng tr\u00ecnh", "label_en": "At least 96 hours of training in the Programme''s courses"}, {"kind": "exam", "reference": "EX-NSCL-1", "minimum": "80", "label_vi": "\u0110\u1ea1t k\u1ef3 thi EX-NSCL-1 v\u1edbi \u00edt nh\u1ea5t 80% s\u1ed1 \u0111i\u1ec3m", "label_en": "Exam EX-NSCL-1 passed with at least 80% of the points"}, {"kind": "experience", "reference": "", "minimum": "8", "label_vi": "\u00cdt nh\u1ea5t 8 n\u0103m kinh nghi\u1ec7m trong l\u0129nh v\u1ef1c (t\u1ef1 khai)", "label_en": "At least 8 years of experience in the field (declared)"}, {"kind": "project", "reference": "", "minimum": "4", "label_vi": "\u00cdt nh\u1ea5t 4 d\u1ef1 \u00e1n c\u1ea3i ti\u1ebfn \u0111\u00e3 ch\u1ee7 tr\u00ec, c\u00f3 k\u1ebft qu\u1ea3 \u0111o \u0111\u01b0\u1ee3c (t\u1ef1 khai)", "label_en": "At least 4 improvement projects led with measured results (declared)"}]', 'Đặt lợi ích chính đáng của doanh nghiệp và người lao động lên trên lợi ích riêng.
Chỉ nhận việc trong phạm vi năng lực đã được chứng nhận và nói rõ giới hạn của mình.
Nêu số liệu trung thực, có nguồn; không tô hồng kết quả cải tiến.
Giữ bí mật thông tin của doanh nghiệp, trừ khi pháp luật yêu cầu cung cấp.
Khai báo mọi xung đột lợi ích trước khi nhận việc.
Không nhận hoặc đưa lợi ích để làm sai lệch kết quả đánh giá.
Cập nhật kiến thức và ghi lại hoạt động phát triển nghề nghiệp hằng năm.
Dùng chứng chỉ đúng phạm vi; ngừng dùng ngay khi bị đình chỉ, thu hồi hoặc hết hiệu lực.
Hợp tác khi tổ chức chứng nhận xem xét khiếu nại.', 'Put the legitimate interest of the enterprise and its workers before one''s own.
Accept work only within the certified competence and say plainly where it ends.
Report figures honestly and with their source; never embellish an improvement.
Keep the enterprise''s information confidential unless the law requires disclosure.
Declare every conflict of interest before accepting work.
Neither accept nor offer a benefit that could distort an assessment.
Keep knowledge up to date and record professional development every year.
Use the certificate within its scope; stop at once when it is suspended, withdrawn or expired.
Cooperate when the certification body looks into a complaint.', 'Số giờ đào tạo, số năm kinh nghiệm, điểm đạt và thời hạn 36 tháng là mức đề xuất, chờ Hội đồng chứng nhận ban hành.', 'Training hours, years of experience, pass mark and the validity of 36 months are proposals until the certification council publishes its own.', 2, '2021-01-01 00:00:00', 3, 16, 48, 1, 12, '', '', '', '', NULL, NULL, NULL, '', NULL, NULL, '', '', '', NULL);
INSERT INTO "certificates_competence" ("id", "code", "name_vi", "name_en", "position", "version_id") VALUES
(1, 'PE-1.1', 'Đo và phân tích năng suất của doanh nghiệp, kể cả năng suất lao động và năng suất nhân tố tổng hợp', 'Measures and analyses productivity, labour productivity and total factor productivity included', 0, 1),
(2, 'PE-1.2', 'Khảo sát hiện trạng, tìm lãng phí và nguyên nhân gốc bằng số liệu tại hiện trường', 'Surveys a workplace and finds waste and root causes from shop-floor figures', 1, 1),
(3, 'PE-2.1', 'Triển khai 5S, Kaizen và nhóm cải tiến', 'Introduces 5S, Kaizen and improvement circles', 2, 1),
(4, 'PE-2.2', 'Dùng bảy công cụ và kiểm soát quá trình bằng thống kê', 'Uses the seven tools and statistical process control', 3, 1),
(5, 'PE-2.3', 'Chủ trì cải tiến tinh gọn (Lean) từ sơ đồ chuỗi giá trị đến kết quả đo được', 'Leads Lean improvement from the value stream map to a measured result', 4, 1),
(6, 'PE-3.1', 'Hướng dẫn áp dụng hệ thống quản lý theo tiêu chuẩn', 'Guides the introduction of management systems to standards', 5, 1),
(7, 'PE-4.1', 'Trình bày, thuyết phục và truyền đạt kỹ năng cho người lao động', 'Presents, persuades and passes skills on to workers', 6, 1),
(8, 'PE-5.1', 'Hoạch định chương trình nâng cao năng suất cho một ngành hoặc một địa phương', 'Plans a productivity programme for a sector or a province', 0, 2),
(9, 'PE-5.2', 'Chủ trì nhóm chuyên gia và chịu trách nhiệm về kết quả', 'Leads a team of experts and answers for its results', 1, 2),
(10, 'PE-5.3', 'Đối chiếu kết quả cải tiến với số liệu so sánh trong khu vực', 'Sets results beside benchmarks of the region', 2, 2),
(11, 'PE-5.4', 'Làm việc bằng tiếng Anh cùng chuyên gia các nước', 'Works in English with experts of other countries', 3, 2),
(12, 'PE-6.1', 'Tư vấn chính sách năng suất và chất lượng cho cơ quan nhà nước và tổ chức quốc tế', 'Advises governments and international organisations on productivity and quality policy', 0, 3),
(13, 'PE-6.2', 'Đánh giá và hướng dẫn chuyên gia các cấp', 'Assesses and guides experts of all levels', 1, 3),
(14, 'PE-6.3', 'Thiết kế và đánh giá chương trình đào tạo chuyên gia', 'Designs and evaluates the training of experts', 2, 3);
INSERT INTO "certificates_recognisedscheme" ("id", "code", "body", "site", "level", "name_vi", "name_en", "position") VALUES
(1, 'APO-PS-101', 'Asian Productivity Organization (APO)', 'https://www.apo-tokyo.org', 'regional', 'Chuyên gia năng suất APO-PS 101', 'APO Certified Productivity Specialist, APO-PS 101', 0),
(2, 'APO-GPS-201', 'Asian Productivity Organization (APO)', 'https://www.apo-tokyo.org', 'regional', 'Chuyên gia năng suất xanh APO-GPS 201', 'APO Green Productivity Specialist, APO-GPS 201', 1),
(3, 'CMC', 'CMC-Global (ICMCI)', 'https://www.cmc-global.org', 'international', 'Chuyên gia tư vấn quản lý CMC', 'Certified Management Consultant (CMC)', 2),
(4, 'APS', 'Association for Productivity Specialists (APS)', 'https://www.apsworld.org', 'international', 'Chuyên gia năng suất APS', 'APS Productivity Specialist', 3);
INSERT INTO "wagtailcore_collection" ("id", "path", "depth", "numchild", "name") VALUES
(1, '0001', 1, 0, 'Root');
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES
(1, 1, 2, 1),
(2, 1, 1, 1),
(3, 1, 2, 2),
(4, 1, 1, 2),
(5, 1, 2, 5),
(6, 1, 1, 5),
(7, 1, 2, 115),
(8, 1, 1, 115),
(9, 1, 2, 116),
(10, 1, 1, 116),
(11, 1, 2, 118),
(12, 1, 1, 118);
INSERT INTO "wagtailcore_site" ("id", "hostname", "port", "is_default_site", "root_page_id", "site_name") VALUES
(1, 'localhost', 80, 1, 2, '');
INSERT INTO "wagtailcore_task" ("id", "name", "active", "content_type_id") VALUES
(1, 'Moderators approval', 1, 4);
INSERT INTO "wagtailcore_workflow" ("id", "name", "active") VALUES
(1, 'Moderators approval', 1);
INSERT INTO "wagtailcore_groupapprovaltask" ("task_ptr_id") VALUES
(1);
INSERT INTO "wagtailcore_workflowpage" ("page_id", "workflow_id") VALUES
(1, 1);
INSERT INTO "wagtailcore_workflowtask" ("id", "sort_order", "task_id", "workflow_id") VALUES
(1, 0, 1, 1);
INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES
(1, 1, 1);
INSERT INTO "wagtailcore_locale" ("id", "language_code") VALUES
(1, 'vi');
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES
(1, '0001', 1, 1, 'Root', 'root', 1, 0, '/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 1, 'a85517d641444a5e8ecc708dd1135211', NULL, NULL),
(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', 1, 0, '/home/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 1, 'dec703e464c74558a0d13b017891c602', NULL, NULL);
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES
(1, 1, 1, 74),
(2, 1, 1, 75),
(3, 1, 1, 80),
(4, 2, 1, 74),
(5, 2, 1, 75),
(6, 1, 1, 79),
(7, 1, 1, 81);
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE INDEX "accounts_province_sort_key_5efc9d2f" ON "accounts_province" ("sort_key");
CREATE UNIQUE INDEX "accounts_user_groups_user_id_group_id_59c0b32f_uniq" ON "accounts_user_groups" ("user_id", "group_id");
CREATE INDEX "accounts_user_groups_user_id_52b62117" ON "accounts_user_groups" ("user_id");
CREATE INDEX "accounts_user_groups_group_id_bd11a704" ON "accounts_user_groups" ("group_id");
CREATE UNIQUE INDEX "accounts_user_user_permissions_user_id_permission_id_2ab516c2_uniq" ON "accounts_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "accounts_user_user_permissions_user_id_e4f0a161" ON "accounts_user_user_permissions" ("user_id");
CREATE INDEX "accounts_user_user_permissions_permission_id_113bb443" ON "accounts_user_user_permissions" ("permission_id");
CREATE INDEX "accounts_auditevent_action_6dc29885" ON "accounts_auditevent" ("action");
CREATE INDEX "accounts_auditevent_subject_e23e8fa7" ON "accounts_auditevent" ("subject");
CREATE INDEX "accounts_auditevent_actor_id_179eee89" ON "accounts_auditevent" ("actor_id");
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";
CREATE INDEX "audit_by_time" ON "accounts_auditevent" ("at");
CREATE UNIQUE INDEX "one_audit_check_waits" ON "accounts_auditcheck" ((1)) WHERE "finished_at" IS NULL;
CREATE INDEX "accounts_auditcheck_asked_by_id_2025fb31" ON "accounts_auditcheck" ("asked_by_id");
CREATE INDEX "accounts_user_name_folded_8e641868" ON "accounts_user" ("name_folded");
CREATE INDEX "accounts_user_name_sort_key_164187a5" ON "accounts_user" ("name_sort_key");
CREATE INDEX "accounts_user_province_id_d2154404" ON "accounts_user" ("province_id");
CREATE UNIQUE INDEX "role_granted_once_a_day" ON "accounts_rolegrant" ("person_id", "role", "starts_on") WHERE "taken_back_on" IS NULL;
CREATE INDEX "accounts_rolegrant_granted_by_id_7c2165d8" ON "accounts_rolegrant" ("granted_by_id");
CREATE INDEX "accounts_rolegrant_person_id_6ff996a9" ON "accounts_rolegrant" ("person_id");
CREATE INDEX "accounts_rolegrant_taken_back_by_id_83db3a87" ON "accounts_rolegrant" ("taken_back_by_id");
CREATE INDEX "accounts_coordinator_named_by_id_38eb7747" ON "accounts_coordinator" ("named_by_id");
CREATE INDEX "accounts_coordinator_organisation_id_36aff35b" ON "accounts_coordinator" ("organisation_id");
CREATE INDEX "accounts_coordinator_person_id_7efc2ab8" ON "accounts_coordinator" ("person_id");
CREATE INDEX "accounts_organisation_province_id_106ac17d" ON "accounts_organisation" ("province_id");
CREATE INDEX "accounts_organisation_parent_id_14866c01" ON "accounts_organisation" ("parent_id");
CREATE INDEX "accounts_membership_person_id_cd00e383" ON "accounts_membership" ("person_id");
CREATE INDEX "accounts_membership_organisation_id_98e5c22b" ON "accounts_membership" ("organisation_id");
CREATE INDEX "accounts_membership_confirmed_by_id_36f82ce3" ON "accounts_membership" ("confirmed_by_id");
CREATE UNIQUE INDEX "allauth_idp_oidc_token_type_hash_cca00f1c_uniq" ON "allauth_idp_oidc_token" ("type", "hash");
CREATE INDEX "allauth_idp_oidc_token_expires_at_f6e6261a" ON "allauth_idp_oidc_token" ("expires_at");
CREATE INDEX "allauth_idp_oidc_token_client_id_cad2cd57" ON "allauth_idp_oidc_token" ("client_id");
CREATE INDEX "allauth_idp_oidc_token_user_id_3e9a005f" ON "allauth_idp_oidc_token" ("user_id");
CREATE INDEX "allauth_idp_oidc_client_owner_id_1f1eb0f1" ON "allauth_idp_oidc_client" ("owner_id");
CREATE INDEX "certificates_dossierevent_by_id_fd9807cc" ON "certificates_dossierevent" ("by_id");
CREATE INDEX "certificates_dossierevent_dossier_id_b9c53417" ON "certificates_dossierevent" ("dossier_id");
CREATE UNIQUE INDEX "certificates_schemeversion_fields_schemeversion_id_expertfield_id_131c49e6_uniq" ON "certificates_schemeversion_fields" ("schemeversion_id", "expertfield_id");
CREATE INDEX "certificates_schemeversion_fields_schemeversion_id_66e8a7ff" ON "certificates_schemeversion_fields" ("schemeversion_id");
CREATE INDEX "certificates_schemeversion_fields_expertfield_id_b4b46a0b" ON "certificates_schemeversion_fields" ("expertfield_id");
CREATE INDEX "document_queue" ON "certificates_certificatedocument" ("state") WHERE "state" IN ('pending', 'failed');
CREATE INDEX "certificates_evidence_person_id_87984db4" ON "certificates_evidence" ("person_id");
CREATE INDEX "evidence_person_kind" ON "certificates_evidence" ("person_id", "kind");
CREATE INDEX "certificates_evidenceactor_evidence_id_0eff7a8a" ON "certificates_evidenceactor" ("evidence_id");
CREATE INDEX "certificates_evidenceactor_person_id_6a43f8a1" ON "certificates_evidenceactor" ("person_id");
CREATE UNIQUE INDEX "dossier_one_open" ON "certificates_dossier" ("applicant_id", "scheme_id") WHERE "state" IN ('draft', 'eligible', 'needs_more', 'submitted');
CREATE INDEX "certificates_dossier_applicant_id_399f27e5" ON "certificates_dossier" ("applicant_id");
CREATE INDEX "certificates_dossier_checked_by_id_414e84a1" ON "certificates_dossier" ("checked_by_id");
CREATE INDEX "certificates_dossier_field_id_da642105" ON "certificates_dossier" ("field_id");
CREATE INDEX "certificates_dossier_scheme_id_d70d2046" ON "certificates_dossier" ("scheme_id");
CREATE INDEX "certificates_dossier_scheme_version_id_06aefbcc" ON "certificates_dossier" ("scheme_version_id");
CREATE INDEX "dossier_queue" ON "certificates_dossier" ("state", "submitted_at");
CREATE INDEX "certificates_certificate_name_folded_09e60c64" ON "certificates_certificate" ("name_folded");
CREATE INDEX "certificates_certificate_name_sort_key_161f2ca4" ON "certificates_certificate" ("name_sort_key");
CREATE INDEX "certificates_certificate_issued_on_ef83e09a" ON "certificates_certificate" ("issued_on");
CREATE INDEX "certificates_certificate_valid_until_566f1f6b" ON "certificates_certificate" ("valid_until");
CREATE INDEX "certificates_certificate_holder_id_1b08290c" ON "certificates_certificate" ("holder_id");
CREATE INDEX "certificates_certificate_organisation_id_c64a2fb8" ON "certificates_certificate" ("organisation_id");
CREATE INDEX "certificates_certificate_province_id_495d6076" ON "certificates_certificate" ("province_id");
CREATE INDEX "certificates_certificate_field_id_98dbe67c" ON "certificates_certificate" ("field_id");
CREATE INDEX "certificates_certificate_scheme_version_id_a0c4c19f" ON "certificates_certificate" ("scheme_version_id");
CREATE INDEX "certificate_counted" ON "certificates_certificate" ("counted_in", "level");
CREATE INDEX "certificate_holder_scheme" ON "certificates_certificate" ("holder_id", "scheme_code");
CREATE UNIQUE INDEX "person_counted_once" ON "certificates_certificate" ("holder_id", "counted_in") WHERE NOT ("counted_in" = '');
CREATE UNIQUE INDEX "person_counted_higher_once" ON "certificates_certificate" ("holder_id", "counted_higher_in") WHERE NOT ("counted_higher_in" = '');
CREATE UNIQUE INDEX "proposal_one_open" ON "certificates_statusproposal" ("certificate_id") WHERE "state" = 'open';
CREATE INDEX "certificates_statusproposal_certificate_id_26ff431c" ON "certificates_statusproposal" ("certificate_id");
CREATE INDEX "certificates_statusproposal_proposed_by_id_859ae085" ON "certificates_statusproposal" ("proposed_by_id");
CREATE INDEX "certificates_statusproposal_settled_by_id_55a3ab90" ON "certificates_statusproposal" ("settled_by_id");
CREATE INDEX "certificates_target_parent_id_49566a67" ON "certificates_target" ("parent_id");
CREATE INDEX "certificates_signingintent_key_id_2c362070" ON "certificates_signingintent" ("key_id");
CREATE INDEX "certificates_keyevent_key_id_e8f0e0e6" ON "certificates_keyevent" ("key_id");
CREATE INDEX "certificates_certificatedocument_credential_id_79cbd42c" ON "certificates_certificatedocument" ("credential_id");
CREATE INDEX "certificates_offlinetoken_key_id_d0ccdc51" ON "certificates_offlinetoken" ("key_id");
CREATE INDEX "certificates_caseevent_by_id_fe2b6932" ON "certificates_caseevent" ("by_id");
CREATE INDEX "certificates_caseevent_case_id_71c3ae6c" ON "certificates_caseevent" ("case_id");
CREATE INDEX "certificates_caseletter_case_id_5fd8dbe2" ON "certificates_caseletter" ("case_id");
CREATE INDEX "certificates_case_by_id_dec7ac02" ON "certificates_case" ("by_id");
CREATE INDEX "certificates_case_decided_by_id_1fcefdd8" ON "certificates_case" ("decided_by_id");
CREATE INDEX "certificates_case_dossier_id_ba0312cd" ON "certificates_case" ("dossier_id");
CREATE INDEX "certificates_case_event_id_ee6d3230" ON "certificates_case" ("event_id");
CREATE INDEX "certificates_case_handler_id_e21249f3" ON "certificates_case" ("handler_id");
CREATE INDEX "case_queue" ON "certificates_case" ("state", "received_at");
CREATE UNIQUE INDEX "case_reference_once" ON "certificates_case" ("reference") WHERE NOT ("reference" = '');
CREATE UNIQUE INDEX "case_one_open_per_decision" ON "certificates_case" ("dossier_id") WHERE ("event_id" IS NULL AND "kind" = 'appeal' AND "state" IN ('in_review', 'received', 'unconfirmed'));
CREATE UNIQUE INDEX "case_one_open_per_event" ON "certificates_case" ("event_id") WHERE ("kind" = 'appeal' AND "state" IN ('in_review', 'received', 'unconfirmed'));
CREATE INDEX "case_letter_owed" ON "certificates_caseletter" ("case_id") WHERE "sent_at" IS NULL;
CREATE INDEX "certificates_activity_person_id_3c1058b4" ON "certificates_activity" ("person_id");
CREATE INDEX "activity_person_day" ON "certificates_activity" ("person_id", "day");
CREATE INDEX "certificates_reminder_certificate_id_957b3ac6" ON "certificates_reminder" ("certificate_id");
CREATE INDEX "reminder_owed" ON "certificates_reminder" ("tried_at") WHERE "sent_at" IS NULL;
CREATE INDEX "certificates_listcheck_delete_on_f28df0d0" ON "certificates_listcheck" ("delete_on");
CREATE INDEX "certificates_listcheck_organisation_id_ff1aa462" ON "certificates_listcheck" ("organisation_id");
CREATE INDEX "certificates_listcheck_owner_id_e4ae5a22" ON "certificates_listcheck" ("owner_id");
CREATE INDEX "list_check_of_owner" ON "certificates_listcheck" ("owner_id", "at" DESC);
CREATE INDEX "list_check_queue" ON "certificates_listcheck" ("id") WHERE "checked" < ("total");
CREATE INDEX "list_paper_queue" ON "certificates_listcheck" ("id") WHERE "paper_state" IN ('pending', 'failed');
CREATE INDEX "certificates_listanswer_cause_id_4e2da36b" ON "certificates_listanswer" ("cause_id");
CREATE INDEX "certificates_listanswer_certificate_id_9be6df3b" ON "certificates_listanswer" ("certificate_id");
CREATE INDEX "certificates_listanswer_check_of_id_a6d9d1f5" ON "certificates_listanswer" ("check_of_id");
CREATE INDEX "list_answer_verdict" ON "certificates_listanswer" ("check_of_id", "verdict");
CREATE UNIQUE INDEX "evidence_file_once_in_dossier" ON "certificates_evidencefile" ("dossier_id", "sha256") WHERE "dossier_id" IS NOT NULL;
CREATE INDEX "certificates_evidencefile_activity_id_f7648f9b" ON "certificates_evidencefile" ("activity_id");
CREATE INDEX "certificates_evidencefile_dossier_id_a7b6d8fa" ON "certificates_evidencefile" ("dossier_id");
CREATE INDEX "certificates_evidencefile_owner_id_a6df4ac0" ON "certificates_evidencefile" ("owner_id");
CREATE INDEX "certificates_listing_holder_id_af3cbd1f" ON "certificates_listing" ("holder_id");
CREATE INDEX "listing_by_name" ON "certificates_listing" ("sort_key", "certificate_id");
CREATE INDEX "listing_by_field" ON "certificates_listing" ("field_id", "sort_key", "certificate_id");
CREATE INDEX "listing_by_level" ON "certificates_listing" ("level", "sort_key", "certificate_id");
CREATE INDEX "listing_not_valid" ON "certificates_listing" ("standing", "sort_key", "certificate_id") WHERE NOT ("standing" = 'valid');
CREATE INDEX "listing_by_end" ON "certificates_listing" ("valid_until");
CREATE INDEX "certificates_visibilitychoice_person_id_8a202bb5" ON "certificates_visibilitychoice" ("person_id");
CREATE UNIQUE INDEX "status_event_once" ON "certificates_statusevent" ("certificate_id", "event") WHERE "event" IN ('issued', 'expired');
CREATE UNIQUE INDEX "status_final_once" ON "certificates_statusevent" ("certificate_id") WHERE "event" IN ('withdrawn', 'superseded');
CREATE INDEX "certificates_statusevent_certificate_id_ea08d3e1" ON "certificates_statusevent" ("certificate_id");
CREATE INDEX "certificates_statusevent_decided_by_id_c4d0a188" ON "certificates_statusevent" ("decided_by_id");
CREATE INDEX "certificates_statusevent_replaced_by_id_e4232f1a" ON "certificates_statusevent" ("replaced_by_id");
CREATE INDEX "certificates_reissue_certificate_id_433a2cdd" ON "certificates_reissue" ("certificate_id");
CREATE INDEX "certificates_reissue_key_id_60c78c5b" ON "certificates_reissue" ("key_id");
CREATE INDEX "reissue_letter_owed" ON "certificates_reissue" ("tried_at") WHERE "sent_at" IS NULL;
CREATE INDEX "certificates_apiuse_at_e1f0c33a" ON "certificates_apiuse" ("at");
CREATE INDEX "certificates_apiuse_token_id_3ca9dbe2" ON "certificates_apiuse" ("token_id");
CREATE INDEX "certificates_apitoken_owner_id_406e57b1" ON "certificates_apitoken" ("owner_id");
CREATE INDEX "api_use_of_token" ON "certificates_apiuse" ("token_id", "id" DESC);
CREATE INDEX "certificates_hook_owner_id_39713d81" ON "certificates_hook" ("owner_id");
CREATE INDEX "certificates_delivery_event_id_2b4d9729" ON "certificates_delivery" ("event_id");
CREATE INDEX "certificates_delivery_hook_id_339342fe" ON "certificates_delivery" ("hook_id");
CREATE INDEX "delivery_outbox" ON "certificates_delivery" ("next_at") WHERE "state" = 'pending';
CREATE INDEX "delivery_of_hook" ON "certificates_delivery" ("hook_id", "id" DESC);
CREATE INDEX "certificates_watch_certificate_id_9600d7a2" ON "certificates_watch" ("certificate_id");
CREATE INDEX "certificates_watch_owner_id_7bd785e4" ON "certificates_watch" ("owner_id");
CREATE INDEX "watch_of_owner" ON "certificates_watch" ("owner_id", "added_at" DESC);
CREATE INDEX "certificates_watchnotice_event_id_de832fe6" ON "certificates_watchnotice" ("event_id");
CREATE INDEX "certificates_watchnotice_owner_id_eb0b4a52" ON "certificates_watchnotice" ("owner_id");
CREATE INDEX "watch_notice_owed" ON "certificates_watchnotice" ("owner_id") WHERE "sent_at" IS NULL;
CREATE UNIQUE INDEX "log_loss_open_once" ON "certificates_logloss" ("root") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "scheme_one_draft" ON "certificates_schemeversion" ("scheme_id") WHERE "published_at" IS NULL;
CREATE INDEX "certificates_schemeversion_scheme_id_daf876b9" ON "certificates_schemeversion" ("scheme_id");
CREATE INDEX "certificates_schemeversion_drafted_by_id_8be214f9" ON "certificates_schemeversion" ("drafted_by_id");
CREATE INDEX "certificates_schemeversion_published_by_id_b0390543" ON "certificates_schemeversion" ("published_by_id");
CREATE INDEX "certificates_competence_version_id_8532087e" ON "certificates_competence" ("version_id");
CREATE INDEX "certificates_schemeauthor_person_id_03f06c40" ON "certificates_schemeauthor" ("person_id");
CREATE INDEX "certificates_schemeauthor_version_id_3ac2ca7c" ON "certificates_schemeauthor" ("version_id");
CREATE INDEX "certificates_recognisedevent_account_id_fd918793" ON "certificates_recognisedevent" ("account_id");
CREATE INDEX "certificates_recognisedevent_by_id_929a572e" ON "certificates_recognisedevent" ("by_id");
CREATE INDEX "certificates_recognisedevent_certificate_id_4b8883e1" ON "certificates_recognisedevent" ("certificate_id");
CREATE UNIQUE INDEX "recognised_number_once" ON "certificates_recognisedcertificate" ("scheme_id", "number") WHERE "state" IN ('waiting', 'confirmed', 'ended');
CREATE INDEX "certificates_recognisedcertificate_name_folded_cd13ed1e" ON "certificates_recognisedcertificate" ("name_folded");
CREATE INDEX "certificates_recognisedcertificate_account_id_9aef44e9" ON "certificates_recognisedcertificate" ("account_id");
CREATE INDEX "certificates_recognisedcertificate_entered_by_id_7cdcef01" ON "certificates_recognisedcertificate" ("entered_by_id");
CREATE INDEX "certificates_recognisedcertificate_settled_by_id_821f8065" ON "certificates_recognisedcertificate" ("settled_by_id");
CREATE INDEX "certificates_recognisedcertificate_scheme_id_24a6be4d" ON "certificates_recognisedcertificate" ("scheme_id");
CREATE INDEX "certificates_conductagreement_dossier_id_884aaf39" ON "certificates_conductagreement" ("dossier_id");
CREATE UNIQUE INDEX "arrangement_asked_once" ON "certificates_arrangement" ("person_id", "kind") WHERE "state" = 'asked';
CREATE INDEX "certificates_arrangement_decided_by_id_154ce39b" ON "certificates_arrangement" ("decided_by_id");
CREATE INDEX "certificates_arrangement_person_id_5409863b" ON "certificates_arrangement" ("person_id");
CREATE INDEX "arrangement_queue" ON "certificates_arrangement" ("asked_at") WHERE "state" = 'asked';
CREATE INDEX "certificates_renewal_certificate_id_402ffca5" ON "certificates_renewal" ("certificate_id");
CREATE INDEX "certificates_reportevent_by_id_bd8db36c" ON "certificates_reportevent" ("by_id");
CREATE INDEX "certificates_reportevent_report_id_103ab5ec" ON "certificates_reportevent" ("report_id");
CREATE INDEX "certificates_correction_certificate_id_5d989ada" ON "certificates_correction" ("certificate_id");
CREATE INDEX "certificates_correction_field_id_85e8a645" ON "certificates_correction" ("field_id");
CREATE INDEX "certificates_correction_requested_by_id_8d64f83d" ON "certificates_correction" ("requested_by_id");
CREATE INDEX "certificates_report_certificate_id_d189a486" ON "certificates_report" ("certificate_id");
CREATE INDEX "certificates_report_reviewed_by_id_9063465e" ON "certificates_report" ("reviewed_by_id");
CREATE INDEX "report_queue" ON "certificates_report" ("state", "due_on");
CREATE UNIQUE INDEX "report_asked_once" ON "certificates_reportevent" ("report_id", "act") WHERE "act" IN ('open', 'remind');
CREATE INDEX "certificates_holderletter_certificate_id_f5dc61f8" ON "certificates_holderletter" ("certificate_id");
CREATE INDEX "holder_letter_owed" ON "certificates_holderletter" ("tried_at") WHERE "sent_at" IS NULL;
CREATE INDEX "certificates_decision_decided_by_id_f9954ef6" ON "certificates_decision" ("decided_by_id");
CREATE INDEX "certificates_councilletter_dossier_id_27409e6c" ON "certificates_councilletter" ("dossier_id");
CREATE UNIQUE INDEX "decision_number_once" ON "certificates_decision" ("year", "sequence") WHERE "document_id" IS NULL;
CREATE TRIGGER accounts_auditevent_refuses_update BEFORE update ON accounts_auditevent
BEGIN SELECT RAISE(ABORT, 'accounts_auditevent is append-only'); END;
CREATE TRIGGER accounts_auditevent_refuses_delete BEFORE delete ON accounts_auditevent
BEGIN SELECT RAISE(ABORT, 'accounts_auditevent is append-only'); END;
CREATE TRIGGER organisation_in_a_circle BEFORE UPDATE ON accounts_organisation WHEN NEW.parent_id IS NOT NULL AND NEW.id IN (WITH RECURSIVE above(id) AS (SELECT NEW.parent_id
UNION SELECT o.parent_id FROM accounts_organisation o JOIN above ON o.id = above.id WHERE o.parent_id IS NOT NULL)
SELECT id FROM above)
BEGIN SELECT RAISE(ABORT, 'organisation_in_a_circle'); END;
CREATE TRIGGER certificates_evidence_refuses_update BEFORE update ON certificates_evidence
BEGIN SELECT RAISE(ABORT, 'certificates_evidence is append-only'); END;
CREATE TRIGGER certificates_evidence_refuses_delete BEFORE delete ON certificates_evidence
BEGIN SELECT RAISE(ABORT, 'certificates_evidence is append-only'); END;
CREATE TRIGGER certificates_evidenceactor_refuses_update BEFORE update ON certificates_evidenceactor
BEGIN SELECT RAISE(ABORT, 'certificates_evidenceactor is append-only'); END;
CREATE TRIGGER certificates_evidenceactor_refuses_delete BEFORE delete ON certificates_evidenceactor
BEGIN SELECT RAISE(ABORT, 'certificates_evidenceactor is append-only'); END;
CREATE TRIGGER certificates_dossierevent_refuses_update BEFORE update ON certificates_dossierevent
BEGIN SELECT RAISE(ABORT, 'certificates_dossierevent is append-only'); END;
CREATE TRIGGER certificates_dossierevent_refuses_delete BEFORE delete ON certificates_dossierevent
BEGIN SELECT RAISE(ABORT, 'certificates_dossierevent is append-only'); END;
CREATE TRIGGER certificates_decision_refuses_update BEFORE update ON certificates_decision
BEGIN SELECT RAISE(ABORT, 'certificates_decision is append-only'); END;
CREATE TRIGGER certificates_decision_refuses_delete BEFORE delete ON certificates_decision
BEGIN SELECT RAISE(ABORT, 'certificates_decision is append-only'); END;
CREATE TRIGGER certificates_certificate_refuses_update BEFORE update ON certificates_certificate
BEGIN SELECT RAISE(ABORT, 'certificates_certificate is append-only'); END;
CREATE TRIGGER certificates_certificate_refuses_delete BEFORE delete ON certificates_certificate
BEGIN SELECT RAISE(ABORT, 'certificates_certificate is append-only'); END;
CREATE TRIGGER certificates_statusevent_refuses_update BEFORE update ON certificates_statusevent
BEGIN SELECT RAISE(ABORT, 'certificates_statusevent is append-only'); END;
CREATE TRIGGER certificates_statusevent_refuses_delete BEFORE delete ON certificates_statusevent
BEGIN SELECT RAISE(ABORT, 'certificates_statusevent is append-only'); END;
CREATE TRIGGER dossier_keeps_its_person_and_scheme BEFORE UPDATE ON certificates_dossier WHEN OLD.applicant_id <> NEW.applicant_id OR OLD.scheme_id <> NEW.scheme_id OR OLD.scheme_version_id <> NEW.scheme_version_id
BEGIN SELECT RAISE(ABORT, 'dossier_keeps_its_person_and_scheme'); END;
CREATE TRIGGER dossier_is_decided BEFORE UPDATE ON certificates_dossier WHEN OLD.state IN ('granted', 'refused', 'not_eligible')
BEGIN SELECT RAISE(ABORT, 'dossier_is_decided'); END;
CREATE TRIGGER dossier_state_needs_decision BEFORE UPDATE ON certificates_dossier WHEN NEW.state IN ('granted', 'refused') AND NOT EXISTS (SELECT 1 FROM certificates_decision v WHERE v.dossier_id = NEW.id AND v.outcome = CASE NEW.state WHEN 'granted' THEN 'grant' ELSE 'refuse' END)
BEGIN SELECT RAISE(ABORT, 'dossier_state_needs_decision'); END;
CREATE TRIGGER dossier_is_kept BEFORE DELETE ON certificates_dossier WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'dossier_is_kept'); END;
CREATE TRIGGER decision_by_applicant BEFORE INSERT ON certificates_decision WHEN EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = NEW.dossier_id AND d.applicant_id = NEW.decided_by_id)
BEGIN SELECT RAISE(ABORT, 'decision_by_applicant'); END;
CREATE TRIGGER decision_by_checker BEFORE INSERT ON certificates_decision WHEN EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = NEW.dossier_id AND d.checked_by_id = NEW.decided_by_id)
BEGIN SELECT RAISE(ABORT, 'decision_by_checker'); END;
CREATE TRIGGER decision_by_teacher BEFORE INSERT ON certificates_decision WHEN EXISTS (SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN certificates_dossier d ON d.applicant_id = e.person_id
WHERE d.id = NEW.dossier_id AND a.person_id = NEW.decided_by_id AND a.part = 'trained' AND CAST(e.obtained_on AS text) >= CAST(CAST(substr(CAST(NEW.decided_on AS text), 1, 4) AS integer) - 2 AS text)
|| substr(CAST(NEW.decided_on AS text), 5))
BEGIN SELECT RAISE(ABORT, 'decision_by_teacher'); END;
CREATE TRIGGER decision_by_examiner BEFORE INSERT ON certificates_decision WHEN EXISTS (SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN certificates_dossier d ON d.applicant_id = e.person_id
WHERE d.id = NEW.dossier_id AND a.person_id = NEW.decided_by_id AND a.part = 'examined')
BEGIN SELECT RAISE(ABORT, 'decision_by_examiner'); END;
CREATE TRIGGER decision_before_check BEFORE INSERT ON certificates_decision WHEN NOT EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = NEW.dossier_id AND d.state = 'eligible' AND d.checked_by_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'decision_before_check'); END;
CREATE TRIGGER certificate_without_grant BEFORE INSERT ON certificates_certificate WHEN NOT EXISTS (SELECT 1 FROM certificates_decision v JOIN certificates_dossier d ON d.id = v.dossier_id WHERE v.id = NEW.decision_id AND v.outcome = 'grant' AND d.id = NEW.dossier_id AND d.applicant_id = NEW.holder_id AND d.scheme_version_id = NEW.scheme_version_id)
BEGIN SELECT RAISE(ABORT, 'certificate_without_grant'); END;
CREATE TRIGGER status_without_four_eyes BEFORE INSERT ON certificates_statusevent WHEN NEW.event IN ('suspended', 'reinstated', 'withdrawn') AND NOT EXISTS (SELECT 1 FROM certificates_statusproposal p WHERE p.id = NEW.proposal_id AND p.state = 'confirmed' AND p.event = NEW.event AND p.certificate_id = NEW.certificate_id AND p.settled_by_id = NEW.decided_by_id AND p.proposed_by_id <> NEW.decided_by_id)
BEGIN SELECT RAISE(ABORT, 'status_without_four_eyes'); END;
CREATE TRIGGER status_by_holder BEFORE INSERT ON certificates_statusevent WHEN EXISTS (SELECT 1 FROM certificates_certificate c WHERE c.id = NEW.certificate_id AND c.holder_id = NEW.decided_by_id) AND NEW.event IN ('suspended', 'reinstated', 'withdrawn')
BEGIN SELECT RAISE(ABORT, 'status_by_holder'); END;
CREATE TRIGGER proposal_is_settled BEFORE UPDATE ON certificates_statusproposal WHEN OLD.state <> 'open'
BEGIN SELECT RAISE(ABORT, 'proposal_is_settled'); END;
CREATE TRIGGER proposal_keeps_its_words BEFORE UPDATE ON certificates_statusproposal WHEN OLD.certificate_id <> NEW.certificate_id OR OLD.event <> NEW.event OR OLD.proposed_by_id <> NEW.proposed_by_id OR OLD.reason_vi <> NEW.reason_vi
BEGIN SELECT RAISE(ABORT, 'proposal_keeps_its_words'); END;
CREATE TRIGGER proposal_is_kept BEFORE DELETE ON certificates_statusproposal WHEN 1 = 1
BEGIN SELECT RAISE(ABORT, 'proposal_is_kept'); END;
CREATE TRIGGER certificates_keyevent_refuses_update BEFORE update ON certificates_keyevent
BEGIN SELECT RAISE(ABORT, 'certificates_keyevent is append-only'); END;
CREATE TRIGGER certificates_keyevent_refuses_delete BEFORE delete ON certificates_keyevent
BEGIN SELECT RAISE(ABORT, 'certificates_keyevent is append-only'); END;
CREATE TRIGGER certificates_signingintent_refuses_update BEFORE update ON certificates_signingintent
BEGIN SELECT RAISE(ABORT, 'certificates_signingintent is append-only'); END;
CREATE TRIGGER certificates_signingintent_refuses_delete BEFORE delete ON certificates_signingintent
BEGIN SELECT RAISE(ABORT, 'certificates_signingintent is append-only'); END;
CREATE TRIGGER certificates_credential_refuses_update BEFORE update ON certificates_credential
BEGIN SELECT RAISE(ABORT, 'certificates_credential is append-only'); END;
CREATE TRIGGER certificates_credential_refuses_delete BEFORE delete ON certificates_credential
BEGIN SELECT RAISE(ABORT, 'certificates_credential is append-only'); END;
CREATE TRIGGER certificates_logentry_refuses_update BEFORE update ON certificates_logentry
BEGIN SELECT RAISE(ABORT, 'certificates_logentry is append-only'); END;
CREATE TRIGGER certificates_logentry_refuses_delete BEFORE delete ON certificates_logentry
BEGIN SELECT RAISE(ABORT, 'certificates_logentry is append-only'); END;
CREATE TRIGGER certificates_logtile_refuses_update BEFORE update ON certificates_logtile
BEGIN SELECT RAISE(ABORT, 'certificates_logtile is append-only'); END;
CREATE TRIGGER certificates_logtile_refuses_delete BEFORE delete ON certificates_logtile
BEGIN SELECT RAISE(ABORT, 'certificates_logtile is append-only'); END;
CREATE TRIGGER certificates_checkpoint_refuses_update BEFORE update ON certificates_checkpoint
BEGIN SELECT RAISE(ABORT, 'certificates_checkpoint is append-only'); END;
CREATE TRIGGER certificates_checkpoint_refuses_delete BEFORE delete ON certificates_checkpoint
BEGIN SELECT RAISE(ABORT, 'certificates_checkpoint is append-only'); END;
CREATE TRIGGER log_has_no_gap BEFORE INSERT ON certificates_logentry WHEN NEW."index" <> COALESCE((SELECT MAX("index") + 1 FROM certificates_logentry), 0)
BEGIN SELECT RAISE(ABORT, 'log_has_no_gap'); END;
CREATE TRIGGER signing_key_stays_ended BEFORE UPDATE ON certificates_signingkey WHEN (OLD.retired_at IS NOT NULL AND NEW.retired_at IS NULL) OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'signing_key_stays_ended'); END;
CREATE TRIGGER signing_key_is_kept BEFORE DELETE ON certificates_signingkey WHEN OLD.kid IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'signing_key_is_kept'); END;
CREATE TRIGGER signing_key_is_what_it_is BEFORE UPDATE ON certificates_signingkey WHEN OLD.kid <> NEW.kid OR OLD.role <> NEW.role OR OLD.controller <> NEW.controller OR OLD.public_key <> NEW.public_key OR OLD.not_before <> NEW.not_before OR OLD.chain <> NEW.chain
BEGIN SELECT RAISE(ABORT, 'signing_key_is_what_it_is'); END;
CREATE TRIGGER certificates_offlinetoken_refuses_update BEFORE update ON certificates_offlinetoken
BEGIN SELECT RAISE(ABORT, 'certificates_offlinetoken is append-only'); END;
CREATE TRIGGER certificates_offlinetoken_refuses_delete BEFORE delete ON certificates_offlinetoken
BEGIN SELECT RAISE(ABORT, 'certificates_offlinetoken is append-only'); END;
CREATE TRIGGER certificates_caseevent_refuses_update BEFORE update ON certificates_caseevent
BEGIN SELECT RAISE(ABORT, 'certificates_caseevent is append-only'); END;
CREATE TRIGGER certificates_caseevent_refuses_delete BEFORE delete ON certificates_caseevent
BEGIN SELECT RAISE(ABORT, 'certificates_caseevent is append-only'); END;
CREATE TRIGGER case_decided_by_involved BEFORE UPDATE ON certificates_case WHEN NEW.decided_by_id IS NOT NULL AND (OLD.decided_by_id IS NULL OR OLD.decided_by_id <> NEW.decided_by_id) AND (
NEW.by_id = NEW.decided_by_id
OR EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = NEW.dossier_id
 AND (d.applicant_id = NEW.decided_by_id OR d.checked_by_id = NEW.decided_by_id))
OR EXISTS (SELECT 1 FROM certificates_decision v WHERE v.dossier_id = NEW.dossier_id AND v.decided_by_id = NEW.decided_by_id)
OR EXISTS (SELECT 1 FROM certificates_evidenceactor a JOIN certificates_evidence e ON e.id = a.evidence_id
 JOIN certificates_dossier d ON d.applicant_id = e.person_id WHERE d.id = NEW.dossier_id AND a.person_id = NEW.decided_by_id)
OR EXISTS (SELECT 1 FROM certificates_statusevent s LEFT JOIN certificates_statusproposal p ON p.id = s.proposal_id
 WHERE s.id = NEW.event_id AND (s.decided_by_id = NEW.decided_by_id OR p.proposed_by_id = NEW.decided_by_id)))
BEGIN SELECT RAISE(ABORT, 'case_decided_by_involved'); END;
CREATE TRIGGER case_handled_by_involved BEFORE UPDATE ON certificates_case WHEN NEW.handler_id IS NOT NULL AND (OLD.handler_id IS NULL OR OLD.handler_id <> NEW.handler_id) AND (
NEW.by_id = NEW.handler_id
OR EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = NEW.dossier_id
 AND (d.applicant_id = NEW.handler_id OR d.checked_by_id = NEW.handler_id))
OR EXISTS (SELECT 1 FROM certificates_decision v WHERE v.dossier_id = NEW.dossier_id AND v.decided_by_id = NEW.handler_id)
OR EXISTS (SELECT 1 FROM certificates_evidenceactor a JOIN certificates_evidence e ON e.id = a.evidence_id
 JOIN certificates_dossier d ON d.applicant_id = e.person_id WHERE d.id = NEW.dossier_id AND a.person_id = NEW.handler_id)
OR EXISTS (SELECT 1 FROM certificates_statusevent s LEFT JOIN certificates_statusproposal p ON p.id = s.proposal_id
 WHERE s.id = NEW.event_id AND (s.decided_by_id = NEW.handler_id OR p.proposed_by_id = NEW.handler_id)))
BEGIN SELECT RAISE(ABORT, 'case_handled_by_involved'); END;
CREATE TRIGGER case_is_closed BEFORE UPDATE ON certificates_case WHEN OLD.state IN ('decided', 'taken_back')
BEGIN SELECT RAISE(ABORT, 'case_is_closed'); END;
CREATE TRIGGER case_keeps_its_words BEFORE UPDATE ON certificates_case WHEN OLD.statement <> NEW.statement OR OLD.kind <> NEW.kind OR OLD.email <> NEW.email OR OLD.public_id <> NEW.public_id OR OLD.access <> NEW.access
BEGIN SELECT RAISE(ABORT, 'case_keeps_its_words'); END;
CREATE TRIGGER case_is_kept BEFORE DELETE ON certificates_case WHEN OLD.state <> 'unconfirmed'
BEGIN SELECT RAISE(ABORT, 'case_is_kept'); END;
CREATE TRIGGER list_answer_is_kept BEFORE UPDATE ON certificates_listanswer WHEN OLD.id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'list_answer_is_kept'); END;
CREATE TRIGGER evidence_file_is_filed BEFORE UPDATE ON certificates_evidencefile WHEN OLD.filed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'evidence_file_is_filed'); END;
CREATE TRIGGER evidence_file_is_kept BEFORE DELETE ON certificates_evidencefile WHEN OLD.filed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'evidence_file_is_kept'); END;
CREATE TRIGGER evidence_file_keeps_its_content BEFORE UPDATE ON certificates_evidencefile WHEN OLD.sha256 <> NEW.sha256 OR OLD.file <> NEW.file OR OLD.owner_id <> NEW.owner_id OR OLD.size <> NEW.size OR OLD.public_id <> NEW.public_id OR COALESCE(OLD.dossier_id, 0) <> COALESCE(NEW.dossier_id, 0) OR COALESCE(OLD.activity_id, 0) <> COALESCE(NEW.activity_id, 0)
BEGIN SELECT RAISE(ABORT, 'evidence_file_keeps_its_content'); END;
CREATE TRIGGER evidence_file_of_another BEFORE INSERT ON certificates_evidencefile WHEN NEW.dossier_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = NEW.dossier_id AND d.applicant_id = NEW.owner_id AND d.state IN ('draft', 'needs_more'))
BEGIN SELECT RAISE(ABORT, 'evidence_file_of_another'); END;
CREATE TRIGGER certificates_visibilitychoice_refuses_update BEFORE update ON certificates_visibilitychoice
BEGIN SELECT RAISE(ABORT, 'certificates_visibilitychoice is append-only'); END;
CREATE TRIGGER certificates_visibilitychoice_refuses_delete BEFORE delete ON certificates_visibilitychoice
BEGIN SELECT RAISE(ABORT, 'certificates_visibilitychoice is append-only'); END;
CREATE TRIGGER reissued_without_revocation BEFORE INSERT ON certificates_statusevent WHEN NEW.event = 'reissued' AND NOT EXISTS (SELECT 1 FROM certificates_signingkey k WHERE k.revoked_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'reissued_without_revocation'); END;
CREATE TRIGGER delivery_says_the_same BEFORE UPDATE ON certificates_delivery WHEN OLD.body <> NEW.body OR OLD.public_id <> NEW.public_id
BEGIN SELECT RAISE(ABORT, 'delivery_says_the_same'); END;
CREATE TRIGGER scheme_version_is_published BEFORE UPDATE ON certificates_schemeversion WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'scheme_version_is_published'); END;
CREATE TRIGGER scheme_version_was_published BEFORE DELETE ON certificates_schemeversion WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'scheme_version_was_published'); END;
CREATE TRIGGER competence_is_published_insert BEFORE INSERT ON certificates_competence WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'competence_is_published_insert'); END;
CREATE TRIGGER competence_is_published_update BEFORE UPDATE ON certificates_competence WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) OR EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'competence_is_published_update'); END;
CREATE TRIGGER competence_is_published_delete BEFORE DELETE ON certificates_competence WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'competence_is_published_delete'); END;
CREATE TRIGGER scheme_author_is_published_insert BEFORE INSERT ON certificates_schemeauthor WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'scheme_author_is_published_insert'); END;
CREATE TRIGGER scheme_author_is_published_update BEFORE UPDATE ON certificates_schemeauthor WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) OR EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'scheme_author_is_published_update'); END;
CREATE TRIGGER scheme_author_is_published_delete BEFORE DELETE ON certificates_schemeauthor WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'scheme_author_is_published_delete'); END;
CREATE TRIGGER scheme_field_is_published_insert BEFORE INSERT ON certificates_schemeversion_fields WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = NEW.schemeversion_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'scheme_field_is_published_insert'); END;
CREATE TRIGGER scheme_field_is_published_update BEFORE UPDATE ON certificates_schemeversion_fields WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = OLD.schemeversion_id AND v.published_at IS NOT NULL) OR EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = NEW.schemeversion_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'scheme_field_is_published_update'); END;
CREATE TRIGGER scheme_field_is_published_delete BEFORE DELETE ON certificates_schemeversion_fields WHEN EXISTS (SELECT 1 FROM certificates_schemeversion v WHERE v.id = OLD.schemeversion_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'scheme_field_is_published_delete'); END;
CREATE TRIGGER scheme_begins_as_a_draft BEFORE INSERT ON certificates_schemeversion WHEN NEW.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'scheme_begins_as_a_draft'); END;
CREATE TRIGGER scheme_published_by_author BEFORE UPDATE ON certificates_schemeversion WHEN OLD.published_at IS NULL AND NEW.published_at IS NOT NULL AND (NEW.published_by_id IS NULL OR NEW.handed_over_at IS NULL OR EXISTS (SELECT 1 FROM certificates_schemeauthor a WHERE a.version_id = NEW.id AND a.person_id = NEW.published_by_id))
BEGIN SELECT RAISE(ABORT, 'scheme_published_by_author'); END;
CREATE TRIGGER scheme_version_keeps_its_scheme BEFORE UPDATE ON certificates_schemeversion WHEN OLD.scheme_id <> NEW.scheme_id OR OLD.version <> NEW.version
BEGIN SELECT RAISE(ABORT, 'scheme_version_keeps_its_scheme'); END;
CREATE TRIGGER certificates_recognisedevent_refuses_update BEFORE update ON certificates_recognisedevent
BEGIN SELECT RAISE(ABORT, 'certificates_recognisedevent is append-only'); END;
CREATE TRIGGER certificates_recognisedevent_refuses_delete BEFORE delete ON certificates_recognisedevent
BEGIN SELECT RAISE(ABORT, 'certificates_recognisedevent is append-only'); END;
CREATE TRIGGER recognised_is_kept BEFORE DELETE ON certificates_recognisedcertificate WHEN 1 = 1
BEGIN SELECT RAISE(ABORT, 'recognised_is_kept'); END;
CREATE TRIGGER recognised_begins_waiting BEFORE INSERT ON certificates_recognisedcertificate WHEN NEW.state <> 'waiting'
BEGIN SELECT RAISE(ABORT, 'recognised_begins_waiting'); END;
CREATE TRIGGER recognised_keeps_its_words BEFORE UPDATE ON certificates_recognisedcertificate WHEN OLD.scheme_id <> NEW.scheme_id OR OLD.level <> NEW.level OR OLD.holder_name <> NEW.holder_name OR OLD.birth_year <> NEW.birth_year OR OLD.number <> NEW.number OR OLD.issued_on <> NEW.issued_on OR OLD.evidence_id <> NEW.evidence_id OR OLD.entered_by_id <> NEW.entered_by_id OR COALESCE(CAST(OLD.valid_until AS text), '') <> COALESCE(CAST(NEW.valid_until AS text), '')
BEGIN SELECT RAISE(ABORT, 'recognised_keeps_its_words'); END;
CREATE TRIGGER recognised_state_runs_one_way BEFORE UPDATE ON certificates_recognisedcertificate WHEN (OLD.state <> NEW.state AND NOT (OLD.state = 'waiting' AND NEW.state IN ('confirmed', 'rejected')) AND NOT (OLD.state = 'confirmed' AND NEW.state IN ('ended', 'annulled'))) OR (OLD.settled_by_id IS NOT NULL AND OLD.settled_by_id <> NEW.settled_by_id)
BEGIN SELECT RAISE(ABORT, 'recognised_state_runs_one_way'); END;
CREATE TRIGGER certificates_conductagreement_refuses_update BEFORE update ON certificates_conductagreement
BEGIN SELECT RAISE(ABORT, 'certificates_conductagreement is append-only'); END;
CREATE TRIGGER certificates_conductagreement_refuses_delete BEFORE delete ON certificates_conductagreement
BEGIN SELECT RAISE(ABORT, 'certificates_conductagreement is append-only'); END;
CREATE TRIGGER arrangement_is_settled BEFORE UPDATE ON certificates_arrangement WHEN OLD.state <> 'asked' AND (OLD.state <> NEW.state OR OLD.answer <> NEW.answer OR OLD.extra_percent <> NEW.extra_percent)
BEGIN SELECT RAISE(ABORT, 'arrangement_is_settled'); END;
CREATE TRIGGER arrangement_keeps_its_person BEFORE UPDATE ON certificates_arrangement WHEN OLD.person_id <> NEW.person_id OR OLD.kind <> NEW.kind OR OLD.public_id <> NEW.public_id
BEGIN SELECT RAISE(ABORT, 'arrangement_keeps_its_person'); END;
CREATE TRIGGER arrangement_is_kept BEFORE DELETE ON certificates_arrangement WHEN OLD.id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'arrangement_is_kept'); END;
CREATE TRIGGER certificates_renewal_refuses_update BEFORE update ON certificates_renewal
BEGIN SELECT RAISE(ABORT, 'certificates_renewal is append-only'); END;
CREATE TRIGGER certificates_renewal_refuses_delete BEFORE delete ON certificates_renewal
BEGIN SELECT RAISE(ABORT, 'certificates_renewal is append-only'); END;
CREATE TRIGGER certificates_correction_refuses_update BEFORE update ON certificates_correction
BEGIN SELECT RAISE(ABORT, 'certificates_correction is append-only'); END;
CREATE TRIGGER certificates_correction_refuses_delete BEFORE delete ON certificates_correction
BEGIN SELECT RAISE(ABORT, 'certificates_correction is append-only'); END;
CREATE TRIGGER certificates_reportevent_refuses_update BEFORE update ON certificates_reportevent
BEGIN SELECT RAISE(ABORT, 'certificates_reportevent is append-only'); END;
CREATE TRIGGER certificates_reportevent_refuses_delete BEFORE delete ON certificates_reportevent
BEGIN SELECT RAISE(ABORT, 'certificates_reportevent is append-only'); END;
CREATE TRIGGER renewal_of_another BEFORE INSERT ON certificates_renewal WHEN NOT EXISTS (SELECT 1 FROM certificates_dossier d JOIN certificates_certificate c ON c.holder_id = d.applicant_id
WHERE d.id = NEW.dossier_id AND c.id = NEW.certificate_id AND c.scheme_code = (
SELECT s.code FROM certificates_scheme s WHERE s.id = d.scheme_id))
BEGIN SELECT RAISE(ABORT, 'renewal_of_another'); END;
CREATE TRIGGER correction_of_another BEFORE INSERT ON certificates_correction WHEN NOT EXISTS (SELECT 1 FROM certificates_dossier d JOIN certificates_certificate c ON c.holder_id = d.applicant_id
WHERE d.id = NEW.dossier_id AND c.id = NEW.certificate_id AND c.scheme_code = (
SELECT s.code FROM certificates_scheme s WHERE s.id = d.scheme_id))
BEGIN SELECT RAISE(ABORT, 'correction_of_another'); END;
CREATE TRIGGER decision_by_requester BEFORE INSERT ON certificates_decision WHEN EXISTS (SELECT 1 FROM certificates_correction k WHERE k.dossier_id = NEW.dossier_id AND k.requested_by_id = NEW.decided_by_id)
BEGIN SELECT RAISE(ABORT, 'decision_by_requester'); END;
CREATE TRIGGER certificate_begins_on_its_day BEFORE INSERT ON certificates_certificate WHEN NEW.begins_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certificates_renewal r WHERE r.dossier_id = NEW.dossier_id) AND NOT EXISTS (SELECT 1 FROM certificates_correction k WHERE k.dossier_id = NEW.dossier_id)
BEGIN SELECT RAISE(ABORT, 'certificate_begins_on_its_day'); END;
CREATE TRIGGER report_keeps_its_time BEFORE UPDATE ON certificates_report WHEN OLD.certificate_id <> NEW.certificate_id OR OLD.number <> NEW.number OR OLD.first <> NEW.first OR OLD.last <> NEW.last OR OLD.due_on <> NEW.due_on OR OLD.hours_asked <> NEW.hours_asked
BEGIN SELECT RAISE(ABORT, 'report_keeps_its_time'); END;
CREATE TRIGGER report_is_settled BEFORE UPDATE ON certificates_report WHEN OLD.state = 'fulfilled'
BEGIN SELECT RAISE(ABORT, 'report_is_settled'); END;
CREATE TRIGGER report_reviewed_by_holder BEFORE UPDATE ON certificates_report WHEN EXISTS (SELECT 1 FROM certificates_certificate c WHERE c.id = NEW.certificate_id AND c.holder_id = NEW.reviewed_by_id)
BEGIN SELECT RAISE(ABORT, 'report_reviewed_by_holder'); END;
CREATE TRIGGER report_is_kept BEFORE DELETE ON certificates_report WHEN 1 = 1
BEGIN SELECT RAISE(ABORT, 'report_is_kept'); END;
CREATE INDEX "certificates_decision_document_id_d7ff23f4" ON "certificates_decision" ("document_id");
CREATE INDEX "certificates_conflictstatement_line_id_a909ade1" ON "certificates_conflictstatement" ("line_id");
CREATE INDEX "certificates_conflictstatement_person_id_185dc573" ON "certificates_conflictstatement" ("person_id");
CREATE INDEX "council_letter_owed" ON "certificates_councilletter" ("at") WHERE "sent_at" IS NULL;
CREATE INDEX "council_paper_queue" ON "certificates_councilpaper" ("state") WHERE "state" IN ('pending', 'failed');
CREATE INDEX "certificates_interest_about_id_e91ee9cb" ON "certificates_interest" ("about_id");
CREATE INDEX "certificates_interest_organisation_id_f1be90eb" ON "certificates_interest" ("organisation_id");
CREATE INDEX "certificates_interest_person_id_1ffbf444" ON "certificates_interest" ("person_id");
CREATE INDEX "certificates_meeting_called_by_id_012c77fb" ON "certificates_meeting" ("called_by_id");
CREATE INDEX "certificates_meeting_chair_id_de5fb8a5" ON "certificates_meeting" ("chair_id");
CREATE INDEX "certificates_decisiondocument_signed_by_id_b3b2c230" ON "certificates_decisiondocument" ("signed_by_id");
CREATE INDEX "certificates_decisiondocument_signer_id_34a7cc93" ON "certificates_decisiondocument" ("signer_id");
CREATE INDEX "certificates_decisiondocument_meeting_id_46fa844c" ON "certificates_decisiondocument" ("meeting_id");
CREATE UNIQUE INDEX "line_one_live" ON "certificates_agendaline" ("dossier_id") WHERE "state" IN ('decided', 'listed', 'stuck');
CREATE INDEX "certificates_agendaline_dossier_id_cb1fd2f3" ON "certificates_agendaline" ("dossier_id");
CREATE INDEX "certificates_agendaline_document_id_5c395731" ON "certificates_agendaline" ("document_id");
CREATE INDEX "certificates_agendaline_meeting_id_843d6d24" ON "certificates_agendaline" ("meeting_id");
CREATE INDEX "line_to_carry_out" ON "certificates_agendaline" ("document_id") WHERE "state" = 'decided';
CREATE INDEX "line_stuck" ON "certificates_agendaline" ("meeting_id") WHERE "state" = 'stuck';
CREATE INDEX "certificates_meetingmember_meeting_id_f4fe6b82" ON "certificates_meetingmember" ("meeting_id");
CREATE INDEX "certificates_meetingmember_person_id_59e62a63" ON "certificates_meetingmember" ("person_id");
CREATE INDEX "certificates_vote_line_id_942d1be2" ON "certificates_vote" ("line_id");
CREATE INDEX "certificates_vote_person_id_48862695" ON "certificates_vote" ("person_id");
CREATE TRIGGER certificates_vote_refuses_update BEFORE update ON certificates_vote
BEGIN SELECT RAISE(ABORT, 'certificates_vote is append-only'); END;
CREATE TRIGGER certificates_vote_refuses_delete BEFORE delete ON certificates_vote
BEGIN SELECT RAISE(ABORT, 'certificates_vote is append-only'); END;
CREATE TRIGGER certificates_conflictstatement_refuses_update BEFORE update ON certificates_conflictstatement
BEGIN SELECT RAISE(ABORT, 'certificates_conflictstatement is append-only'); END;
CREATE TRIGGER certificates_conflictstatement_refuses_delete BEFORE delete ON certificates_conflictstatement
BEGIN SELECT RAISE(ABORT, 'certificates_conflictstatement is append-only'); END;
CREATE TRIGGER vote_by_applicant BEFORE INSERT ON certificates_vote WHEN EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = (SELECT v.dossier_id FROM certificates_agendaline v WHERE v.id = NEW.line_id) AND d.applicant_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'vote_by_applicant'); END;
CREATE TRIGGER vote_by_checker BEFORE INSERT ON certificates_vote WHEN EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = (SELECT v.dossier_id FROM certificates_agendaline v WHERE v.id = NEW.line_id) AND d.checked_by_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'vote_by_checker'); END;
CREATE TRIGGER vote_by_teacher BEFORE INSERT ON certificates_vote WHEN EXISTS (SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN certificates_dossier d ON d.applicant_id = e.person_id
WHERE d.id = (SELECT v.dossier_id FROM certificates_agendaline v WHERE v.id = NEW.line_id) AND a.person_id = NEW.person_id AND a.part = 'trained' AND CAST(e.obtained_on AS text) >= CAST(CAST(substr(CAST(NEW.voted_on AS text), 1, 4) AS integer) - 2 AS text)
|| substr(CAST(NEW.voted_on AS text), 5))
BEGIN SELECT RAISE(ABORT, 'vote_by_teacher'); END;
CREATE TRIGGER vote_by_examiner BEFORE INSERT ON certificates_vote WHEN EXISTS (SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN certificates_dossier d ON d.applicant_id = e.person_id
WHERE d.id = (SELECT v.dossier_id FROM certificates_agendaline v WHERE v.id = NEW.line_id) AND a.person_id = NEW.person_id AND a.part = 'examined')
BEGIN SELECT RAISE(ABORT, 'vote_by_examiner'); END;
CREATE TRIGGER vote_by_declared BEFORE INSERT ON certificates_vote WHEN (EXISTS (SELECT 1 FROM certificates_conflictstatement s JOIN certificates_agendaline g ON g.id = s.line_id
WHERE g.dossier_id = (SELECT v.dossier_id FROM certificates_agendaline v WHERE v.id = NEW.line_id) AND s.person_id = NEW.person_id AND s.conflicted)
OR EXISTS (SELECT 1 FROM certificates_interest i JOIN certificates_dossier d ON d.id = (SELECT v.dossier_id FROM certificates_agendaline v WHERE v.id = NEW.line_id)
WHERE i.person_id = NEW.person_id AND i.since <= NEW.voted_on AND (i.until IS NULL OR i.until >= NEW.voted_on)
AND (i.about_id = d.applicant_id OR EXISTS (SELECT 1 FROM accounts_membership m
WHERE m.person_id = d.applicant_id AND m.organisation_id = i.organisation_id
AND m.since <= NEW.voted_on AND (m.until IS NULL OR m.until >= NEW.voted_on)))))
BEGIN SELECT RAISE(ABORT, 'vote_by_declared'); END;
CREATE TRIGGER decision_by_declared BEFORE INSERT ON certificates_decision WHEN (EXISTS (SELECT 1 FROM certificates_conflictstatement s JOIN certificates_agendaline g ON g.id = s.line_id
WHERE g.dossier_id = NEW.dossier_id AND s.person_id = NEW.decided_by_id AND s.conflicted)
OR EXISTS (SELECT 1 FROM certificates_interest i JOIN certificates_dossier d ON d.id = NEW.dossier_id
WHERE i.person_id = NEW.decided_by_id AND i.since <= NEW.decided_on AND (i.until IS NULL OR i.until >= NEW.decided_on)
AND (i.about_id = d.applicant_id OR EXISTS (SELECT 1 FROM accounts_membership m
WHERE m.person_id = d.applicant_id AND m.organisation_id = i.organisation_id
AND m.since <= NEW.decided_on AND (m.until IS NULL OR m.until >= NEW.decided_on)))))
BEGIN SELECT RAISE(ABORT, 'decision_by_declared'); END;
CREATE TRIGGER vote_out_of_session BEFORE INSERT ON certificates_vote WHEN NOT EXISTS (SELECT 1 FROM certificates_agendaline l JOIN certificates_meeting t ON t.id = l.meeting_id
JOIN certificates_meetingmember p ON p.meeting_id = t.id AND p.person_id = NEW.person_id
WHERE l.id = NEW.line_id AND t.state = 'open')
BEGIN SELECT RAISE(ABORT, 'vote_out_of_session'); END;
CREATE TRIGGER statement_out_of_session BEFORE INSERT ON certificates_conflictstatement WHEN NOT EXISTS (SELECT 1 FROM certificates_agendaline l JOIN certificates_meeting t ON t.id = l.meeting_id
JOIN certificates_meetingmember p ON p.meeting_id = t.id AND p.person_id = NEW.person_id
WHERE l.id = NEW.line_id AND t.state = 'open')
BEGIN SELECT RAISE(ABORT, 'statement_out_of_session'); END;
CREATE TRIGGER vote_without_statement BEFORE INSERT ON certificates_vote WHEN NOT EXISTS (SELECT 1 FROM certificates_conflictstatement s WHERE s.line_id = NEW.line_id AND s.person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'vote_without_statement'); END;
CREATE TRIGGER conflict_after_vote BEFORE INSERT ON certificates_conflictstatement WHEN NEW.conflicted AND EXISTS (SELECT 1 FROM certificates_vote v WHERE v.line_id = NEW.line_id AND v.person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'conflict_after_vote'); END;
CREATE TRIGGER interest_keeps_its_words BEFORE UPDATE ON certificates_interest WHEN OLD.until IS NOT NULL OR OLD.person_id <> NEW.person_id OR OLD.kind <> NEW.kind OR COALESCE(OLD.about_id, 0) <> COALESCE(NEW.about_id, 0) OR COALESCE(OLD.organisation_id, 0) <> COALESCE(NEW.organisation_id, 0) OR OLD.note <> NEW.note OR OLD.since <> NEW.since
BEGIN SELECT RAISE(ABORT, 'interest_keeps_its_words'); END;
CREATE TRIGGER interest_is_kept BEFORE DELETE ON certificates_interest WHEN OLD.id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'interest_is_kept'); END;
CREATE TRIGGER meeting_is_over BEFORE UPDATE ON certificates_meeting WHEN OLD.state IN ('closed', 'cancelled')
BEGIN SELECT RAISE(ABORT, 'meeting_is_over'); END;
CREATE TRIGGER meeting_keeps_its_call BEFORE UPDATE ON certificates_meeting WHEN OLD.state <> 'prepared' AND (OLD.quorum <> NEW.quorum OR OLD.chair_id <> NEW.chair_id OR OLD.held_at <> NEW.held_at OR OLD.place <> NEW.place OR NEW.state IN ('prepared', 'cancelled'))
BEGIN SELECT RAISE(ABORT, 'meeting_keeps_its_call'); END;
CREATE TRIGGER meeting_is_kept BEFORE DELETE ON certificates_meeting WHEN OLD.id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'meeting_is_kept'); END;
CREATE TRIGGER member_after_call_insert BEFORE INSERT ON certificates_meetingmember WHEN NOT EXISTS (SELECT 1 FROM certificates_meeting t WHERE t.id = NEW.meeting_id AND t.state = 'prepared')
BEGIN SELECT RAISE(ABORT, 'member_after_call_insert'); END;
CREATE TRIGGER member_after_call_delete BEFORE DELETE ON certificates_meetingmember WHEN NOT EXISTS (SELECT 1 FROM certificates_meeting t WHERE t.id = OLD.meeting_id AND t.state = 'prepared')
BEGIN SELECT RAISE(ABORT, 'member_after_call_delete'); END;
CREATE TRIGGER line_after_call_insert BEFORE INSERT ON certificates_agendaline WHEN NOT EXISTS (SELECT 1 FROM certificates_meeting t WHERE t.id = NEW.meeting_id AND t.state = 'prepared')
BEGIN SELECT RAISE(ABORT, 'line_after_call_insert'); END;
CREATE TRIGGER line_after_call_delete BEFORE DELETE ON certificates_agendaline WHEN NOT EXISTS (SELECT 1 FROM certificates_meeting t WHERE t.id = OLD.meeting_id AND t.state = 'prepared')
BEGIN SELECT RAISE(ABORT, 'line_after_call_delete'); END;
CREATE TRIGGER line_keeps_its_words BEFORE UPDATE ON certificates_agendaline WHEN OLD.meeting_id <> NEW.meeting_id OR OLD.dossier_id <> NEW.dossier_id OR (OLD.state <> 'listed' AND (OLD.outcome <> NEW.outcome OR OLD.reason <> NEW.reason OR OLD.document_id <> NEW.document_id))
BEGIN SELECT RAISE(ABORT, 'line_keeps_its_words'); END;
CREATE TRIGGER line_out_of_turn BEFORE UPDATE ON certificates_agendaline WHEN OLD.state <> NEW.state AND NOT (OLD.state = 'listed' AND NEW.state IN ('decided', 'postponed') OR OLD.state = 'decided' AND NEW.state IN ('done', 'stuck') OR OLD.state = 'stuck' AND NEW.state IN ('postponed', 'refused'))
BEGIN SELECT RAISE(ABORT, 'line_out_of_turn'); END;
CREATE TRIGGER line_without_votes BEFORE UPDATE ON certificates_agendaline WHEN OLD.state = 'listed' AND NEW.state = 'decided' AND ((SELECT COUNT(*) FROM certificates_vote v WHERE v.line_id = NEW.id) < (SELECT t.quorum FROM certificates_meeting t WHERE t.id = NEW.meeting_id) OR 2 * (SELECT COUNT(*) FROM certificates_vote v WHERE v.line_id = NEW.id AND v.outcome = NEW.outcome) <= (SELECT COUNT(*) FROM certificates_vote v WHERE v.line_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'line_without_votes'); END;
CREATE TRIGGER line_in_signed_document BEFORE UPDATE ON certificates_agendaline WHEN OLD.state = 'listed' AND NEW.document_id IS NOT NULL AND EXISTS (SELECT 1 FROM certificates_decisiondocument p WHERE p.id = NEW.document_id AND p.signed_by_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'line_in_signed_document'); END;
CREATE TRIGGER document_is_signed BEFORE UPDATE ON certificates_decisiondocument WHEN OLD.signed_by_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'document_is_signed'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON certificates_decisiondocument WHEN OLD.id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'document_is_kept'); END;
CREATE TRIGGER document_by_barred BEFORE UPDATE ON certificates_decisiondocument WHEN NEW.signed_by_id IS NOT NULL AND EXISTS (SELECT 1 FROM certificates_agendaline l WHERE l.document_id = NEW.id AND (EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = l.dossier_id AND d.applicant_id = NEW.signed_by_id) OR EXISTS (SELECT 1 FROM certificates_dossier d WHERE d.id = l.dossier_id AND d.checked_by_id = NEW.signed_by_id) OR EXISTS (SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN certificates_dossier d ON d.applicant_id = e.person_id
WHERE d.id = l.dossier_id AND a.person_id = NEW.signed_by_id AND a.part = 'trained' AND CAST(e.obtained_on AS text) >= CAST(CAST(substr(CAST(NEW.signed_on AS text), 1, 4) AS integer) - 2 AS text)
|| substr(CAST(NEW.signed_on AS text), 5)) OR EXISTS (SELECT 1 FROM certificates_evidenceactor a
JOIN certificates_evidence e ON e.id = a.evidence_id
JOIN certificates_dossier d ON d.applicant_id = e.person_id
WHERE d.id = l.dossier_id AND a.person_id = NEW.signed_by_id AND a.part = 'examined') OR (EXISTS (SELECT 1 FROM certificates_conflictstatement s JOIN certificates_agendaline g ON g.id = s.line_id
WHERE g.dossier_id = l.dossier_id AND s.person_id = NEW.signed_by_id AND s.conflicted)
OR EXISTS (SELECT 1 FROM certificates_interest i JOIN certificates_dossier d ON d.id = l.dossier_id
WHERE i.person_id = NEW.signed_by_id AND i.since <= NEW.signed_on AND (i.until IS NULL OR i.until >= NEW.signed_on)
AND (i.about_id = d.applicant_id OR EXISTS (SELECT 1 FROM accounts_membership m
WHERE m.person_id = d.applicant_id AND m.organisation_id = i.organisation_id
AND m.since <= NEW.signed_on AND (m.until IS NULL OR m.until >= NEW.signed_on)))))))
BEGIN SELECT RAISE(ABORT, 'document_by_barred'); END;
CREATE TRIGGER document_by_absent BEFORE UPDATE ON certificates_decisiondocument WHEN NEW.signed_by_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certificates_meetingmember p WHERE p.meeting_id = NEW.meeting_id AND p.person_id = NEW.signed_by_id AND p.present_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'document_by_absent'); END;
CREATE TRIGGER document_unsigned_insert BEFORE INSERT ON certificates_decisiondocument WHEN NEW.signed_by_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'document_unsigned_insert'); END;
CREATE TRIGGER decision_without_signature BEFORE INSERT ON certificates_decision WHEN NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certificates_decisiondocument p JOIN certificates_agendaline l ON l.document_id = p.id WHERE p.id = NEW.document_id AND l.dossier_id = NEW.dossier_id AND l.state = 'decided' AND l.outcome = NEW.outcome AND p.signed_by_id = NEW.decided_by_id AND p.signed_on = NEW.decided_on AND p.year = NEW.year AND p.sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'decision_without_signature'); END;
CREATE TRIGGER decision_on_agenda BEFORE INSERT ON certificates_decision WHEN NEW.document_id IS NULL AND EXISTS (SELECT 1 FROM certificates_agendaline l WHERE l.dossier_id = NEW.dossier_id AND l.state IN ('listed', 'decided'))
BEGIN SELECT RAISE(ABORT, 'decision_on_agenda'); END;
CREATE TRIGGER paper_is_sealed BEFORE UPDATE ON certificates_councilpaper WHEN OLD.state = 'ready'
BEGIN SELECT RAISE(ABORT, 'paper_is_sealed'); END;
CREATE TRIGGER paper_is_kept BEFORE DELETE ON certificates_councilpaper WHEN OLD.id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'paper_is_kept'); END;
CREATE INDEX "listing_by_place" ON "certificates_listing" ("province_id", "sort_key", "certificate_id", "level", "field_id");
CREATE UNIQUE INDEX "wagtailcore_groupcollectionpermission_group_id_collection_id_permission_id_a21cefe9_uniq" ON "wagtailcore_groupcollectionpermission" ("group_id", "collection_id", "permission_id");
CREATE INDEX "wagtailcore_groupcollectionpermission_collection_id_5423575a" ON "wagtailcore_groupcollectionpermission" ("collection_id");
CREATE INDEX "wagtailcore_groupcollectionpermission_group_id_05d61460" ON "wagtailcore_groupcollectionpermission" ("group_id");
CREATE INDEX "wagtailcore_groupcollectionpermission_permission_id_1b626275" ON "wagtailcore_groupcollectionpermission" ("permission_id");
CREATE INDEX "wagtaildocs_document_uploaded_by_user_id_17258b41" ON "wagtaildocs_document" ("uploaded_by_user_id");
CREATE INDEX "wagtaildocs_document_collection_id_23881625" ON "wagtaildocs_document" ("collection_id");
CREATE UNIQUE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_group_id_d23f80bb_uniq" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id", "group_id");
CREATE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_f147a99a" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id");
CREATE INDEX "wagtailcore_pageviewrestriction_groups_group_id_6460f223" ON "wagtailcore_pageviewrestriction_groups" ("group_id");
CREATE INDEX "wagtailcore_pageviewrestriction_page_id_15a8bea6" ON "wagtailcore_pageviewrestriction" ("page_id");
CREATE INDEX "wagtailcore_collectionviewrestriction_collection_id_761908ec" ON "wagtailcore_collectionviewrestriction" ("collection_id");
CREATE UNIQUE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_group_id_988995ae_uniq" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id", "group_id");
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_47320efd" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id");
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3" ON "wagtailcore_collectionviewrestriction_groups" ("group_id");
CREATE UNIQUE INDEX "wagtailcore_site_hostname_port_2c626d70_uniq" ON "wagtailcore_site" ("hostname", "port");
CREATE INDEX "wagtailcore_site_hostname_96b20b46" ON "wagtailcore_site" ("hostname");
CREATE INDEX "wagtailcore_site_root_page_id_e02fb95c" ON "wagtailcore_site" ("root_page_id");
CREATE INDEX "wagtailcore_task_content_type_id_249ab8ba" ON "wagtailcore_task" ("content_type_id");
CREATE INDEX "wagtailcore_workflowpage_workflow_id_56f56ff6" ON "wagtailcore_workflowpage" ("workflow_id");
CREATE UNIQUE INDEX "wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq" ON "wagtailcore_workflowtask" ("workflow_id", "task_id");
CREATE INDEX "wagtailcore_workflowtask_task_id_ce7716fe" ON "wagtailcore_workflowtask" ("task_id");
CREATE INDEX "wagtailcore_workflowtask_workflow_id_b9717175" ON "wagtailcore_workflowtask" ("workflow_id");
CREATE UNIQUE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_group_id_bb5ee7eb_uniq" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id", "group_id");
CREATE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_9a9255ea" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id");
CREATE INDEX "wagtailcore_groupapprovaltask_groups_group_id_2e64b61f" ON "wagtailcore_groupapprovaltask_groups" ("group_id");
CREATE UNIQUE INDEX "wagtailcore_page_translation_key_locale_id_9b041bad_uniq" ON "wagtailcore_page" ("translation_key", "locale_id");
CREATE INDEX "wagtailcore_page_slug_e7c11b8f" ON "wagtailcore_page" ("slug");
CREATE INDEX "wagtailcore_page_content_type_id_c28424df" ON "wagtailcore_page" ("content_type_id");
CREATE INDEX "wagtailcore_page_owner_id_fbf7c332" ON "wagtailcore_page" ("owner_id");
CREATE INDEX "wagtailcore_page_first_published_at_2b5dd637" ON "wagtailcore_page" ("first_published_at");
CREATE INDEX "wagtailcore_page_live_revision_id_930bd822" ON "wagtailcore_page" ("live_revision_id");
CREATE INDEX "wagtailcore_page_locked_by_id_bcb86245" ON "wagtailcore_page" ("locked_by_id");
CREATE INDEX "wagtailcore_page_locale_id_3c7e30a6" ON "wagtailcore_page" ("locale_id");
CREATE INDEX "wagtailcore_page_alias_of_id_12945502" ON "wagtailcore_page" ("alias_of_id");
CREATE INDEX "wagtailcore_commentreply_comment_id_afc7e027" ON "wagtailcore_commentreply" ("comment_id");
CREATE INDEX "wagtailcore_commentreply_user_id_d0b3b9c3" ON "wagtailcore_commentreply" ("user_id");
CREATE UNIQUE INDEX "wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq" ON "wagtailcore_pagesubscription" ("page_id", "user_id");
CREATE INDEX "wagtailcore_pagesubscription_page_id_a085e7a6" ON "wagtailcore_pagesubscription" ("page_id");
CREATE INDEX "wagtailcore_pagesubscription_user_id_89d7def9" ON "wagtailcore_pagesubscription" ("user_id");
CREATE UNIQUE INDEX "wagtail_localize_string_locale_id_data_hash_bae71852_uniq" ON "wagtail_localize_string" ("locale_id", "data_hash");
CREATE INDEX "wagtail_localize_string_locale_id_2cded126" ON "wagtail_localize_string" ("locale_id");
CREATE UNIQUE INDEX "wagtail_localize_translatableobject_content_type_id_translation_key_de875339_uniq" ON "wagtail_localize_translatableobject" ("content_type_id", "translation_key");
CREATE INDEX "wagtail_localize_translatableobject_content_type_id_0d6c5139" ON "wagtail_localize_translatableobject" ("content_type_id");
CREATE INDEX "wagtail_localize_templatesegment_context_id_81456b25" ON "wagtail_localize_templatesegment" ("context_id");
CREATE INDEX "wagtail_localize_templatesegment_source_id_26b89dc6" ON "wagtail_localize_templatesegment" ("source_id");
CREATE INDEX "wagtail_localize_templatesegment_template_id_c370b3c8" ON "wagtail_localize_templatesegment" ("template_id");
CREATE INDEX "wagtail_localize_stringsegment_context_id_63235539" ON "wagtail_localize_stringsegment" ("context_id");
CREATE INDEX "wagtail_localize_stringsegment_source_id_5804129f" ON "wagtail_localize_stringsegment" ("source_id");
CREATE INDEX "wagtail_localize_stringsegment_string_id_6356d5ec" ON "wagtail_localize_stringsegment" ("string_id");
CREATE INDEX "wagtail_localize_relatedobjectsegment_context_id_c0a725be" ON "wagtail_localize_relatedobjectsegment" ("context_id");
CREATE INDEX "wagtail_localize_relatedobjectsegment_object_id_6c7b58df" ON "wagtail_localize_relatedobjectsegment" ("object_id");
CREATE INDEX "wagtail_localize_relatedobjectsegment_source_id_9a3b1373" ON "wagtail_localize_relatedobjectsegment" ("source_id");
CREATE INDEX "wagtailcore_comment_page_id_108444b5" ON "wagtailcore_comment" ("page_id");
CREATE INDEX "wagtailcore_comment_resolved_by_id_a282aa0e" ON "wagtailcore_comment" ("resolved_by_id");
CREATE INDEX "wagtailcore_comment_revision_created_id_1d058279" ON "wagtailcore_comment" ("revision_created_id");
CREATE INDEX "wagtailcore_comment_user_id_0c577ca6" ON "wagtailcore_comment" ("user_id");
CREATE INDEX "wagtailcore_page_latest_revision_id_e60fef51" ON "wagtailcore_page" ("latest_revision_id");
CREATE UNIQUE INDEX "wagtailcore_referenceindex_base_content_type_id_object_id_to_content_type_id_to_object_id_content_path_hash_9e6ccd6a_uniq" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id", "to_content_type_id", "to_object_id", "content_path_hash");
CREATE INDEX "wagtailcore_referenceindex_base_content_type_id_313cf40f" ON "wagtailcore_referenceindex" ("base_content_type_id");
CREATE INDEX "wagtailcore_referenceindex_content_type_id_766e0336" ON "wagtailcore_referenceindex" ("content_type_id");
CREATE INDEX "wagtailcore_referenceindex_to_content_type_id_93690bbd" ON "wagtailcore_referenceindex" ("to_content_type_id");
CREATE INDEX "wagtailcore_taskstate_content_type_id_0a758fdc" ON "wagtailcore_taskstate" ("content_type_id");
CREATE INDEX "wagtailcore_taskstate_task_id_c3677c34" ON "wagtailcore_taskstate" ("task_id");
CREATE INDEX "wagtailcore_taskstate_workflow_state_id_9239a775" ON "wagtailcore_taskstate" ("workflow_state_id");
CREATE INDEX "wagtailcore_taskstate_finished_by_id_13f98229" ON "wagtailcore_taskstate" ("finished_by_id");
CREATE INDEX "wagtailcore_taskstate_revision_id_df25a499" ON "wagtailcore_taskstate" ("revision_id");
CREATE UNIQUE INDEX "unique_in_progress_workflow" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id") WHERE "status" IN ('in_progress', 'needs_changes');
CREATE INDEX "wagtailcore_workflowstate_requested_by_id_4090bca3" ON "wagtailcore_workflowstate" ("requested_by_id");
CREATE INDEX "wagtailcore_workflowstate_workflow_id_1f18378f" ON "wagtailcore_workflowstate" ("workflow_id");
CREATE INDEX "wagtailcore_workflowstate_base_content_type_id_a30dc576" ON "wagtailcore_workflowstate" ("base_content_type_id");
CREATE INDEX "wagtailcore_workflowstate_content_type_id_2bb78ce1" ON "wagtailcore_workflowstate" ("content_type_id");
CREATE INDEX "workflowstate_ct_id_idx" ON "wagtailcore_workflowstate" ("content_type_id", "object_id");
CREATE INDEX "workflowstate_base_ct_id_idx" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id");
CREATE INDEX "wagtailcore_workflowcontenttype_workflow_id_9aad7cd2" ON "wagtailcore_workflowcontenttype" ("workflow_id");
CREATE INDEX "wagtailcore_modellogentry_action_d2d856ee" ON "wagtailcore_modellogentry" ("action");
CREATE INDEX "wagtailcore_modellogentry_timestamp_9694521b" ON "wagtailcore_modellogentry" ("timestamp");
CREATE INDEX "wagtailcore_modellogentry_content_changed_8bc39742" ON "wagtailcore_modellogentry" ("content_changed");
CREATE INDEX "wagtailcore_modellogentry_object_id_e0e7d4ef" ON "wagtailcore_modellogentry" ("object_id");
CREATE INDEX "wagtailcore_modellogentry_content_type_id_68849e77" ON "wagtailcore_modellogentry" ("content_type_id");
CREATE INDEX "wagtailcore_modellogentry_user_id_0278d1bf" ON "wagtailcore_modellogentry" ("user_id");
CREATE INDEX "wagtailcore_modellogentry_revision_id_df6ca33a" ON "wagtailcore_modellogentry" ("revision_id");
CREATE INDEX "wagtailcore_pagelogentry_action_c2408198" ON "wagtailcore_pagelogentry" ("action");
CREATE INDEX "wagtailcore_pagelogentry_timestamp_deb774c4" ON "wagtailcore_pagelogentry" ("timestamp");
CREATE INDEX "wagtailcore_pagelogentry_content_changed_99f27ade" ON "wagtailcore_pagelogentry" ("content_changed");
CREATE INDEX "wagtailcore_pagelogentry_content_type_id_74e7708a" ON "wagtailcore_pagelogentry" ("content_type_id");
CREATE INDEX "wagtailcore_pagelogentry_page_id_8464e327" ON "wagtailcore_pagelogentry" ("page_id");
CREATE INDEX "wagtailcore_pagelogentry_revision_id_8043d103" ON "wagtailcore_pagelogentry" ("revision_id");
CREATE INDEX "wagtailcore_pagelogentry_user_id_604ccfd8" ON "wagtailcore_pagelogentry" ("user_id");
CREATE INDEX "wagtailcore_grouppagepermission_group_id_fc07e671" ON "wagtailcore_grouppagepermission" ("group_id");
CREATE INDEX "wagtailcore_grouppagepermission_page_id_710b114a" ON "wagtailcore_grouppagepermission" ("page_id");
CREATE INDEX "wagtailcore_grouppagepermission_permission_id_05acb22e" ON "wagtailcore_grouppagepermission" ("permission_id");
CREATE INDEX "wagtailcore_revision_created_at_81450aa6" ON "wagtailcore_revision" ("created_at");
CREATE INDEX "wagtailcore_revision_approved_go_live_at_88d3dee5" ON "wagtailcore_revision" ("approved_go_live_at");
CREATE INDEX "wagtailcore_revision_user_id_03df83b0" ON "wagtailcore_revision" ("user_id");
CREATE INDEX "wagtailcore_revision_content_type_id_c8cb69c0" ON "wagtailcore_revision" ("content_type_id");
CREATE INDEX "wagtailcore_revision_base_content_type_id_5b4ef7bd" ON "wagtailcore_revision" ("base_content_type_id");
CREATE INDEX "content_object_idx" ON "wagtailcore_revision" ("content_type_id", "object_id");
CREATE INDEX "base_content_object_idx" ON "wagtailcore_revision" ("base_content_type_id", "object_id");
CREATE INDEX "wagtailcore_uploadedfile_for_content_type_id_b0fc87b2" ON "wagtailcore_uploadedfile" ("for_content_type_id");
CREATE INDEX "wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8" ON "wagtailcore_uploadedfile" ("uploaded_by_user_id");
CREATE UNIQUE INDEX "wagtailcore_groupsitepermission_group_id_site_id_permission_id_a58ee30d_uniq" ON "wagtailcore_groupsitepermission" ("group_id", "site_id", "permission_id");
CREATE INDEX "wagtailcore_groupsitepermission_group_id_e5cdbee4" ON "wagtailcore_groupsitepermission" ("group_id");
CREATE INDEX "wagtailcore_groupsitepermission_permission_id_459b1f38" ON "wagtailcore_groupsitepermission" ("permission_id");
CREATE INDEX "wagtailcore_groupsitepermission_site_id_245de488" ON "wagtailcore_groupsitepermission" ("site_id");
CREATE INDEX "referenceindex_source_object" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id");
CREATE INDEX "referenceindex_target_object" ON "wagtailcore_referenceindex" ("to_content_type_id", "to_object_id");
CREATE INDEX "wagtailcore_uuid_d6363b_idx" ON "wagtailcore_modellogentry" ("uuid", "action", "timestamp" DESC);
CREATE INDEX "wagtailcore_uuid_06a44d_idx" ON "wagtailcore_pagelogentry" ("uuid", "action", "timestamp" DESC);
CREATE INDEX "wagtailcore_apitoken_user_id_49b1141b" ON "wagtailcore_apitoken" ("user_id");
CREATE INDEX "search_by_kind" ON "cms_searchentry" ("language", "kind");
CREATE INDEX "cms_documentpage_file_id_205ce7fa" ON "cms_documentpage" ("file_id");
CREATE INDEX "document_by_day" ON "cms_documentpage" ("issued_on" DESC, "kind");
CREATE INDEX "event_by_end" ON "cms_eventpage" ("end");
CREATE INDEX "news_by_day" ON "cms_newspage" ("date" DESC, "category");
CREATE INDEX "courses_coursepage_course_id_22de56aa" ON "courses_coursepage" ("course_id");
CREATE INDEX "courses_courseinstructor_course_id_f8840880" ON "courses_courseinstructor" ("course_id");
CREATE INDEX "courses_courseinstructor_person_id_3a828ec2" ON "courses_courseinstructor" ("person_id");
CREATE INDEX "courses_enrolment_course_id_610f89e2" ON "courses_enrolment" ("course_id");
CREATE INDEX "courses_enrolment_person_id_72cd8a1b" ON "courses_enrolment" ("person_id");
CREATE INDEX "courses_checkanswer_enrolment_id_50023e66" ON "courses_checkanswer" ("enrolment_id");
CREATE INDEX "courses_lessonprogress_enrolment_id_24c5ad63" ON "courses_lessonprogress" ("enrolment_id");
CREATE TRIGGER courses_completion_refuses_update BEFORE update ON courses_completion
BEGIN SELECT RAISE(ABORT, 'courses_completion is append-only'); END;
CREATE TRIGGER courses_completion_refuses_delete BEFORE delete ON courses_completion
BEGIN SELECT RAISE(ABORT, 'courses_completion is append-only'); END;
CREATE INDEX "courses_lessonpage_course_code_f3f37237" ON "courses_lessonpage" ("course_code");
CREATE INDEX "exams_form_blueprint_id_d4f98775" ON "exams_form" ("blueprint_id");
CREATE INDEX "exams_form_exam_id_de885bad" ON "exams_form" ("exam_id");
CREATE INDEX "exams_item_course_code_1c904ed0" ON "exams_item" ("course_code");
CREATE INDEX "exams_item_pool_13f5eacb" ON "exams_item" ("pool");
CREATE INDEX "exams_resultnotice_sent_at_2fdc5a3e" ON "exams_resultnotice" ("sent_at");
CREATE INDEX "exams_blueprint_exam_id_7d4fa0ea" ON "exams_blueprint" ("exam_id");
CREATE INDEX "exams_autoscore_attempt_id_b57f851e" ON "exams_autoscore" ("attempt_id");
CREATE INDEX "exams_autoscore_form_item_id_58433eaf" ON "exams_autoscore" ("form_item_id");
CREATE INDEX "exams_answerevent_attempt_id_882ccebf" ON "exams_answerevent" ("attempt_id");
CREATE INDEX "exams_answerevent_form_item_id_edf45237" ON "exams_answerevent" ("form_item_id");
CREATE INDEX "exams_answer_event_id_a603f4ce" ON "exams_answer" ("event_id");
CREATE INDEX "exams_answer_attempt_id_325476e6" ON "exams_answer" ("attempt_id");
CREATE INDEX "exams_answer_form_item_id_b57e5535" ON "exams_answer" ("form_item_id");
CREATE INDEX "exams_itemversion_item_id_c46da690" ON "exams_itemversion" ("item_id");
CREATE INDEX "exams_formitem_form_id_46b6dc84" ON "exams_formitem" ("form_id");
CREATE INDEX "exams_formitem_version_id_84d0f829" ON "exams_formitem" ("version_id");
CREATE INDEX "exams_result_released_by_id_105e8fb5" ON "exams_result" ("released_by_id");
CREATE INDEX "exams_script_attempt_id_ef9e553e" ON "exams_script" ("attempt_id");
CREATE INDEX "exams_script_form_item_id_57211938" ON "exams_script" ("form_item_id");
CREATE INDEX "exams_mark_examiner_id_0f1027c0" ON "exams_mark" ("examiner_id");
CREATE INDEX "exams_mark_script_id_95bc2ee9" ON "exams_mark" ("script_id");
CREATE INDEX "exams_sitting_opens_at_da3f0b67" ON "exams_sitting" ("opens_at");
CREATE INDEX "exams_sitting_form_id_dd63ff3e" ON "exams_sitting" ("form_id");
CREATE INDEX "exams_sitting_released_by_id_eb99198f" ON "exams_sitting" ("released_by_id");
CREATE INDEX "exams_attempt_deadline_3eed0a2f" ON "exams_attempt" ("deadline");
CREATE INDEX "exams_attempt_candidate_id_f514718a" ON "exams_attempt" ("candidate_id");
CREATE INDEX "exams_attempt_sitting_id_6a856b3d" ON "exams_attempt" ("sitting_id");
CREATE TRIGGER exams_itemversion_refuses_update BEFORE update ON exams_itemversion
BEGIN SELECT RAISE(ABORT, 'exams_itemversion is append-only'); END;
CREATE TRIGGER exams_itemversion_refuses_delete BEFORE delete ON exams_itemversion
BEGIN SELECT RAISE(ABORT, 'exams_itemversion is append-only'); END;
CREATE TRIGGER exams_answerevent_refuses_update BEFORE update ON exams_answerevent
BEGIN SELECT RAISE(ABORT, 'exams_answerevent is append-only'); END;
CREATE TRIGGER exams_answerevent_refuses_delete BEFORE delete ON exams_answerevent
BEGIN SELECT RAISE(ABORT, 'exams_answerevent is append-only'); END;
CREATE TRIGGER exams_receipt_refuses_update BEFORE update ON exams_receipt
BEGIN SELECT RAISE(ABORT, 'exams_receipt is append-only'); END;
CREATE TRIGGER exams_receipt_refuses_delete BEFORE delete ON exams_receipt
BEGIN SELECT RAISE(ABORT, 'exams_receipt is append-only'); END;
CREATE TRIGGER exams_autoscore_refuses_update BEFORE update ON exams_autoscore
BEGIN SELECT RAISE(ABORT, 'exams_autoscore is append-only'); END;
CREATE TRIGGER exams_autoscore_refuses_delete BEFORE delete ON exams_autoscore
BEGIN SELECT RAISE(ABORT, 'exams_autoscore is append-only'); END;
CREATE TRIGGER exams_result_refuses_update BEFORE update ON exams_result
BEGIN SELECT RAISE(ABORT, 'exams_result is append-only'); END;
CREATE TRIGGER exams_result_refuses_delete BEFORE delete ON exams_result
BEGIN SELECT RAISE(ABORT, 'exams_result is append-only'); END;
CREATE TRIGGER exam_form_sealed_update BEFORE UPDATE ON exams_form WHEN OLD.sealed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'exam_form_sealed_update'); END;
CREATE TRIGGER exam_form_sealed_delete BEFORE DELETE ON exams_form WHEN OLD.sealed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'exam_form_sealed_delete'); END;
CREATE TRIGGER exam_question_sealed_insert BEFORE INSERT ON exams_formitem WHEN EXISTS (SELECT 1 FROM exams_form f WHERE f.id = NEW.form_id AND f.sealed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'exam_question_sealed_insert'); END;
CREATE TRIGGER exam_question_sealed_update BEFORE UPDATE ON exams_formitem WHEN EXISTS (SELECT 1 FROM exams_form f WHERE f.id = OLD.form_id AND f.sealed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'exam_question_sealed_update'); END;
CREATE TRIGGER exam_question_sealed_delete BEFORE DELETE ON exams_formitem WHEN EXISTS (SELECT 1 FROM exams_form f WHERE f.id = OLD.form_id AND f.sealed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'exam_question_sealed_delete'); END;
CREATE TRIGGER exam_event_after_close BEFORE INSERT ON exams_answerevent WHEN EXISTS (SELECT 1 FROM exams_attempt a WHERE a.id = NEW.attempt_id AND a.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'exam_event_after_close'); END;
CREATE TRIGGER exam_answer_insert_after_close BEFORE INSERT ON exams_answer WHEN EXISTS (SELECT 1 FROM exams_attempt a WHERE a.id = NEW.attempt_id AND a.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'exam_answer_insert_after_close'); END;
CREATE TRIGGER exam_answer_update_after_close BEFORE UPDATE ON exams_answer WHEN EXISTS (SELECT 1 FROM exams_attempt a WHERE a.id = NEW.attempt_id AND a.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'exam_answer_update_after_close'); END;
CREATE TRIGGER exam_attempt_closed_update BEFORE UPDATE ON exams_attempt WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'exam_attempt_closed_update'); END;
CREATE TRIGGER exam_attempt_delete BEFORE DELETE ON exams_attempt WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'exam_attempt_delete'); END;
CREATE TRIGGER exam_mark_own_insert BEFORE INSERT ON exams_mark WHEN EXISTS (SELECT 1 FROM exams_script s JOIN exams_attempt a ON a.id = s.attempt_id WHERE s.id = NEW.script_id AND a.candidate_id = NEW.examiner_id)
BEGIN SELECT RAISE(ABORT, 'exam_mark_own_insert'); END;
CREATE TRIGGER exam_mark_own_update BEFORE UPDATE ON exams_mark WHEN EXISTS (SELECT 1 FROM exams_script s JOIN exams_attempt a ON a.id = s.attempt_id WHERE s.id = NEW.script_id AND a.candidate_id = NEW.examiner_id)
BEGIN SELECT RAISE(ABORT, 'exam_mark_own_update'); END;
CREATE TRIGGER exam_mark_released_insert BEFORE INSERT ON exams_mark WHEN EXISTS (SELECT 1 FROM exams_script s JOIN exams_result r ON r.attempt_id = s.attempt_id WHERE s.id = NEW.script_id)
BEGIN SELECT RAISE(ABORT, 'exam_mark_released_insert'); END;
CREATE TRIGGER exam_mark_released_update BEFORE UPDATE ON exams_mark WHEN EXISTS (SELECT 1 FROM exams_script s JOIN exams_result r ON r.attempt_id = s.attempt_id WHERE s.id = OLD.script_id)
BEGIN SELECT RAISE(ABORT, 'exam_mark_released_update'); END;
CREATE TRIGGER exam_mark_released_delete BEFORE DELETE ON exams_mark WHEN EXISTS (SELECT 1 FROM exams_script s JOIN exams_result r ON r.attempt_id = s.attempt_id WHERE s.id = OLD.script_id)
BEGIN SELECT RAISE(ABORT, 'exam_mark_released_delete'); END;
CREATE TRIGGER exam_script_released_update BEFORE UPDATE ON exams_script WHEN EXISTS (SELECT 1 FROM exams_result r WHERE r.attempt_id = OLD.attempt_id)
BEGIN SELECT RAISE(ABORT, 'exam_script_released_update'); END;
CREATE TRIGGER exam_script_released_delete BEFORE DELETE ON exams_script WHEN EXISTS (SELECT 1 FROM exams_result r WHERE r.attempt_id = OLD.attempt_id)
BEGIN SELECT RAISE(ABORT, 'exam_script_released_delete'); END;
CREATE TRIGGER exam_sitting_released_update BEFORE UPDATE ON exams_sitting WHEN OLD.released_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'exam_sitting_released_update'); END;
CREATE TRIGGER exam_attempt_keeps_its_time BEFORE UPDATE ON exams_attempt WHEN COALESCE(OLD.extra_minutes, 0) <> COALESCE(NEW.extra_minutes, 0)
BEGIN SELECT RAISE(ABORT, 'exam_attempt_keeps_its_time'); END;
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE UNIQUE INDEX "socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq" ON "socialaccount_socialtoken" ("app_id", "account_id");
CREATE INDEX "socialaccount_socialtoken_account_id_951f210e" ON "socialaccount_socialtoken" ("account_id");
CREATE INDEX "socialaccount_socialtoken_app_id_636a42d7" ON "socialaccount_socialtoken" ("app_id");
CREATE UNIQUE INDEX "socialaccount_socialaccount_provider_uid_fc810c6e_uniq" ON "socialaccount_socialaccount" ("provider", "uid");
CREATE INDEX "socialaccount_socialaccount_user_id_8146e70c" ON "socialaccount_socialaccount" ("user_id");
CREATE INDEX "taggit_taggeditem_object_id_e2d7d1df" ON "taggit_taggeditem" ("object_id");
CREATE INDEX "taggit_taggeditem_content_type_id_9957a03c" ON "taggit_taggeditem" ("content_type_id");
CREATE INDEX "taggit_taggeditem_tag_id_f4f5b767" ON "taggit_taggeditem" ("tag_id");
CREATE INDEX "taggit_tagg_content_8fc721_idx" ON "taggit_taggeditem" ("content_type_id", "object_id");
CREATE INDEX "usersessions_usersession_user_id_af5e0a6d" ON "usersessions_usersession" ("user_id");
CREATE UNIQUE INDEX "wagtail_localize_translation_source_id_target_locale_id_7e943cf8_uniq" ON "wagtail_localize_translation" ("source_id", "target_locale_id");
CREATE INDEX "wagtail_localize_translation_source_id_e326e1e3" ON "wagtail_localize_translation" ("source_id");
CREATE INDEX "wagtail_localize_translation_target_locale_id_8c524f73" ON "wagtail_localize_translation" ("target_locale_id");
CREATE UNIQUE INDEX "wagtail_localize_stringtranslation_locale_id_translation_of_id_context_id_d2d59359_uniq" ON "wagtail_localize_stringtranslation" ("locale_id", "translation_of_id", "context_id");
CREATE INDEX "wagtail_localize_stringtranslation_context_id_3cc13049" ON "wagtail_localize_stringtranslation" ("context_id");
CREATE INDEX "wagtail_localize_stringtranslation_locale_id_b9e3730d" ON "wagtail_localize_stringtranslation" ("locale_id");
CREATE INDEX "wagtail_localize_stringtranslation_translation_of_id_8eef01d0" ON "wagtail_localize_stringtranslation" ("translation_of_id");
CREATE INDEX "wagtail_localize_stringtranslation_last_translated_by_id_764c7a3f" ON "wagtail_localize_stringtranslation" ("last_translated_by_id");
CREATE INDEX "wagtail_localize_overridablesegment_context_id_eed8c388" ON "wagtail_localize_overridablesegment" ("context_id");
CREATE INDEX "wagtail_localize_overridablesegment_source_id_5720ac20" ON "wagtail_localize_overridablesegment" ("source_id");
CREATE INDEX "wagtail_localize_segmentoverride_context_id_f827efe0" ON "wagtail_localize_segmentoverride" ("context_id");
CREATE INDEX "wagtail_localize_segmentoverride_last_translated_by_id_a86448fc" ON "wagtail_localize_segmentoverride" ("last_translated_by_id");
CREATE INDEX "wagtail_localize_segmentoverride_locale_id_b1673d41" ON "wagtail_localize_segmentoverride" ("locale_id");
CREATE INDEX "wagtail_localize_localesynchronization_sync_from_id_1bc4c2eb" ON "wagtail_localize_localesynchronization" ("sync_from_id");
CREATE UNIQUE INDEX "wagtail_localize_translationsource_object_id_locale_id_fb6a8d8e_uniq" ON "wagtail_localize_translationsource" ("object_id", "locale_id");
CREATE INDEX "wagtail_localize_translationsource_locale_id_0ac264c0" ON "wagtail_localize_translationsource" ("locale_id");
CREATE INDEX "wagtail_localize_translationsource_object_id_6a078fd2" ON "wagtail_localize_translationsource" ("object_id");
CREATE INDEX "wagtail_localize_translationsource_specific_content_type_id_3095eb76" ON "wagtail_localize_translationsource" ("specific_content_type_id");
CREATE UNIQUE INDEX "wagtail_localize_translationcontext_object_id_path_id_c7f5d707_uniq" ON "wagtail_localize_translationcontext" ("object_id", "path_id");
CREATE INDEX "wagtail_localize_translationcontext_object_id_86263ce7" ON "wagtail_localize_translationcontext" ("object_id");
CREATE INDEX "wagtail_localize_translationlog_locale_id_37619cb4" ON "wagtail_localize_translationlog" ("locale_id");
CREATE INDEX "wagtail_localize_translationlog_source_id_7228923e" ON "wagtail_localize_translationlog" ("source_id");
CREATE INDEX "wagtail_localize_translationlog_revision_id_e3b62278" ON "wagtail_localize_translationlog" ("revision_id");
CREATE INDEX "wagtailadmin_editingsession_content_type_id_4df7730e" ON "wagtailadmin_editingsession" ("content_type_id");
CREATE INDEX "wagtailadmin_editingsession_user_id_6e1a9b70" ON "wagtailadmin_editingsession" ("user_id");
CREATE INDEX "wagtailadmi_content_717955_idx" ON "wagtailadmin_editingsession" ("content_type_id", "object_id");
CREATE INDEX "wagtailadmin_formstate_content_type_id_e32438b3" ON "wagtailadmin_formstate" ("content_type_id");
CREATE INDEX "wagtailadmin_formstate_user_id_b910adc2" ON "wagtailadmin_formstate" ("user_id");
CREATE INDEX "formstate_user_object" ON "wagtailadmin_formstate" ("user_id", "content_type_id", "object_id", "parent_object_id");
CREATE INDEX "wagtailembeds_embed_cache_until_26c94bb0" ON "wagtailembeds_embed" ("cache_until");
CREATE UNIQUE INDEX "wagtailimages_rendition_image_id_filter_spec_focal_point_key_323c8fe0_uniq" ON "wagtailimages_rendition" ("image_id", "filter_spec", "focal_point_key");
CREATE INDEX "wagtailimages_rendition_filter_spec_1cba3201" ON "wagtailimages_rendition" ("filter_spec");
CREATE INDEX "wagtailimages_rendition_image_id_3e1fd774" ON "wagtailimages_rendition" ("image_id");
CREATE INDEX "wagtailimages_image_created_at_86fa6cd4" ON "wagtailimages_image" ("created_at");
CREATE INDEX "wagtailimages_image_uploaded_by_user_id_5d73dc75" ON "wagtailimages_image" ("uploaded_by_user_id");
CREATE INDEX "wagtailimages_image_collection_id_c2f8af7e" ON "wagtailimages_image" ("collection_id");
CREATE INDEX "wagtailimages_image_file_hash_fb5bbb23" ON "wagtailimages_image" ("file_hash");
CREATE UNIQUE INDEX "wagtailredirects_redirect_old_path_site_id_783622d7_uniq" ON "wagtailredirects_redirect" ("old_path", "site_id");
CREATE INDEX "wagtailredirects_redirect_old_path_bb35247b" ON "wagtailredirects_redirect" ("old_path");
CREATE INDEX "wagtailredirects_redirect_redirect_page_id_b5728a8f" ON "wagtailredirects_redirect" ("redirect_page_id");
CREATE INDEX "wagtailredirects_redirect_site_id_780a0e1e" ON "wagtailredirects_redirect" ("site_id");
CREATE UNIQUE INDEX "wagtailsearch_indexentry_content_type_id_object_id_bcd7ba73_uniq" ON "wagtailsearch_indexentry" ("content_type_id", "object_id");
CREATE INDEX "wagtailsearch_indexentry_content_type_id_62ed694f" ON "wagtailsearch_indexentry" ("content_type_id");
CREATE TRIGGER insert_wagtailsearch_indexentry_fts AFTER INSERT ON wagtailsearch_indexentry BEGIN INSERT INTO wagtailsearch_indexentry_fts(title, body, autocomplete, rowid) VALUES (NEW.title, NEW.body, NEW.autocomplete, NEW.id); END;
CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE ON wagtailsearch_indexentry BEGIN UPDATE wagtailsearch_indexentry_fts SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id; END;
CREATE TRIGGER delete_wagtailsearch_indexentry_fts AFTER DELETE ON wagtailsearch_indexentry BEGIN DELETE FROM wagtailsearch_indexentry_fts WHERE rowid=OLD.id; END;
