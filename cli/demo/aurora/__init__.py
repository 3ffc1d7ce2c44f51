"""The tenant Aurora Labs: four ventures after the cases that the product follows."""

from __future__ import annotations

from cli.demo.aurora.applied import APPLIED
from cli.demo.aurora.diagnostics import DIAGNOSTICS
from cli.demo.aurora.lab import LAB
from cli.demo.aurora.service import SERVICE
from cli.demo.aurora.teams import STAFF
from cli.demo.story import CalendarStory, LinkStory, Person, ProgramStory, TenantStory
from domain.kernel.principal import Role

AURORA = TenantStory(
    slug="aurora",
    name="Aurora Labs",
    locale="en",
    time_zone="Europe/Berlin",
    currency="EUR",
    invited=Person("petra", "Petra Sokolova", Role.CONTRIBUTOR),
    staff=STAFF,
    program=ProgramStory("Cloud invoices", "Books what the cloud has cost as costs of the ventures, each night."),
    people=(
        Person("ada", "Ada Lindqvist", Role.OWNER),
        Person("boris", "Boris Adeyemi", Role.ADMIN),
        Person("clara", "Clara Moreau", Role.MANAGER),
        Person("dev", "Dev Raman", Role.MANAGER),
        Person("elif", "Elif Kaya", Role.MANAGER),
        Person("finn", "Finn Larsen", Role.MANAGER),
        Person("grace", "Grace Obi", Role.CONTRIBUTOR),
        Person("hugo", "Hugo Brandt", Role.CONTRIBUTOR),
        Person("ines", "Inês Duarte", Role.CONTRIBUTOR),
        Person("jonas", "Jonas Weber", Role.CONTRIBUTOR),
        Person("kira", "Kira Novak", Role.CONTRIBUTOR),
        Person("leo", "Leo Tanaka", Role.CONTRIBUTOR),
        Person("noor", "Noor Haddad", Role.CONTRIBUTOR),
        Person("omar", "Omar Benali", Role.CONTRIBUTOR),
        Person("piet", "Piet de Vries", Role.CONTRIBUTOR),
        Person("tess", "Tess Okafor", Role.CONTRIBUTOR),
        Person("yuki", "Yuki Mori", Role.CONTRIBUTOR),
        Person("mara", "Mara Silva", Role.VIEWER),
    ),
    ventures=(DIAGNOSTICS, SERVICE, LAB, APPLIED),
    calendar=CalendarStory("Berlin", "DE", "BE"),
    links=(
        LinkStory(("MERID", "run"), ("HELIO", "release"), day=-40),
        LinkStory(("FJORD", "box"), ("AURDX", "pilot"), day=-50, lag=-5),
    ),
    places=("Arden", "Bergen", "Corvo", "Delft", "Elba", "Faro", "Gent", "Hania", "Jaca", "Kalmar", "Lugo", "Mostar"),
)
