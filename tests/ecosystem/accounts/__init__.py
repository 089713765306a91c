"""Tests of people, sign-in and invitations."""
