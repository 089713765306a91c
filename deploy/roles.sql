-- Run once as a superuser on an empty PostgreSQL (15 to 18). Choose real passwords.
-- The application's role owns nothing and bypasses nothing: the application refuses to start otherwise.
CREATE ROLE ecosystem_owner LOGIN PASSWORD 'change-me' NOSUPERUSER NOBYPASSRLS;
CREATE ROLE ecosystem_app LOGIN PASSWORD 'change-me-too' NOSUPERUSER NOBYPASSRLS;
CREATE ROLE ecosystem_backup LOGIN PASSWORD 'change-me-as-well' NOSUPERUSER NOBYPASSRLS;
CREATE ROLE ecosystem_search NOLOGIN NOSUPERUSER NOBYPASSRLS;
GRANT ecosystem_search TO ecosystem_owner;
CREATE DATABASE ecosystem OWNER ecosystem_owner;
\connect ecosystem
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO ecosystem_owner;
