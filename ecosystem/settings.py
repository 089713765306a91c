"""Every setting in one place. The environment decides (env.py); without it this is a demo on one machine."""

import os
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from ecosystem import env, keys, logs

BASE_DIR = env.BASE_DIR
DATA_DIR = env.data_dir()

# ---------- where we run ----------
EMBEDDED = not env.text("DATABASE_URL")
DEBUG = env.flag("DEBUG")
if DEBUG and not EMBEDDED:
    raise ImproperlyConfigured("DEBUG shows secrets in error pages. It works with the embedded database only.")
if EMBEDDED:
    SECRET_KEY = keys.kept_secret(DATA_DIR, "secret_key")
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
else:
    SECRET_KEY = env.required("SECRET_KEY", why="Sessions and links are signed with it: give it 50 random characters.")
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
    if not ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS is not set. Name the hosts that people type, with commas between.")
MASTER_KEYS = keys.master_keys(DATA_DIR, embedded=EMBEDDED)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if not EMBEDDED else None

# ---------- database: the weak role serves, the owner migrates ----------
if EMBEDDED:
    _app: dict[str, Any] = {"NAME": "ecosystem", "USER": "ecosystem_app", "EMBEDDED": True, "OPTIONS": {}}
    DATABASE_ROLES = {name: f"ecosystem_{name}" for name in ("app", "owner", "backup", "search")}
else:
    _app = env.database("DATABASE_URL")
    _owner = env.database("DATABASE_OWNER_URL") if env.text("DATABASE_OWNER_URL") else {"USER": "ecosystem_owner"}
    DATABASE_ROLES = {
        "app": _app["USER"],
        "owner": _owner["USER"],
        "backup": env.text("DATABASE_BACKUP_ROLE", "ecosystem_backup"),
        "search": env.text("DATABASE_SEARCH_ROLE", "ecosystem_search"),
    }
DATABASE_POOL = env.number("DATABASE_POOL", 0)
if DATABASE_POOL:
    _app["OPTIONS"] = {**_app["OPTIONS"], "pool": {"min_size": 2, "max_size": DATABASE_POOL, "timeout": 15}}
_app |= {"ENGINE": "ecosystem.tenancy.pg", "CONN_MAX_AGE": 0, "DISABLE_SERVER_SIDE_CURSORS": True}
DATABASES = {
    "default": _app,
    # What must survive an error's rollback (drafts, rate limits) is written through a connection of its own.
    "outside": {**_app, "TEST": {"MIRROR": "default"}},
}
OUTSIDE_DATABASE = "outside"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIGRATION_MODULES: dict[str, str] = {}

# ---------- applications ----------
INSTALLED_APPS = [
    "ecosystem.tenancy",
    "ecosystem.privacy",
    "ecosystem.history",
    "ecosystem.accounts",
    "ecosystem.threads",
    "ecosystem.consent",
    "ecosystem.files",
    "ecosystem.drafts",
    "ecosystem.imports",
    "ecosystem.ui",
    "ecosystem.overview",
    "mapping",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "import_export",
    "template_partials",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "django_linear_migrations",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]
if EMBEDDED:
    INSTALLED_APPS.insert(0, "ecosystem.demo")
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ecosystem.ui.headers.forgetful",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "ecosystem.urls"
WSGI_APPLICATION = "ecosystem.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "ecosystem.ui.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "house"
CRISPY_FAIL_SILENTLY = False

# ---------- people ----------
AUTH_USER_MODEL = "accounts.User"
SESSION_ENGINE = "ecosystem.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not EMBEDDED
CSRF_COOKIE_HTTPONLY = False
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "ecosystem.ui.errors.csrf_failure"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:coalition_list"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "ecosystem.accounts.adapter.AccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = False  # limited by ecosystem.accounts.limits, which keeps no address
ACCOUNT_FORMS = {
    "login": "ecosystem.accounts.forms.SignInForm",
    "change_password": "ecosystem.accounts.forms.NewPasswordForm",
    "reauthenticate": "ecosystem.accounts.forms.PasswordAgainForm",
}
MFA_FORMS = {
    "authenticate": "ecosystem.accounts.forms.CodeForm",
    "reauthenticate": "ecosystem.accounts.forms.CodeAgain",
    "activate_totp": "ecosystem.accounts.forms.FirstCodeForm",
}
MFA_ADAPTER = "ecosystem.accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = EMBEDDED
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend" if EMBEDDED else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "ecosystem@localhost")

# ---------- words, times ----------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["ecosystem.content.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

# ---------- what a browser may do ----------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 0 if EMBEDDED else 365 * 24 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
COLLECTED = not EMBEDDED or env.flag("STATIC_COLLECTED")  # hashed and compressed; the demo collects at its start
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # uploads are rows (ecosystem.files)
    "staticfiles": {
        "BACKEND": "ecosystem.ui.storage.HouseStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not COLLECTED
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # the bulk table posts a page of rows
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
CACHES = {"default": {"BACKEND": "ecosystem.tenancy.cache.OutsideCache"}}

# ---------- history ----------
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True
PGTRIGGER_MIGRATIONS = True

# ---------- what goes to the log: no addresses, no bodies ----------
LOGGING = logs.logging_to_console(env.text("LOG_LEVEL", "WARNING"))
os.environ.setdefault("PROCRASTINATE_APP", "ecosystem.jobs.app")
