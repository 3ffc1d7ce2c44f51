"""What the ventures of Aurora Labs owe."""

from __future__ import annotations

from cli.demo.compliance import ComplianceStory, OwedStory, Shown
from domain.compliance.tables import ObligationKind

COMPLIANCE = (
    ComplianceStory(
        "AURDX",
        "clara",
        ("gdpr", "eu_ai_act"),
        ("social.fairness",),
        {
            "gdpr.lawful_basis": Shown(
                -12, "Basis by purpose, signed by the data protection officer.", "https://wiki.aurora.example/dpo/basis"
            ),
            "gdpr.impact_assessment": Shown(
                -6,
                "Assessment for the pilot in three hospitals; two measures added.",
                "https://wiki.aurora.example/dpia",
            ),
            "eu_ai_act.classification": Shown(-9, "High-risk: safety component of a medical device of class IIb."),
        },
        (
            OwedStory(
                "Renew the ethics vote of the third hospital",
                "The vote names a year, and the pilot lasts longer. The form lies with the head of radiology.",
                "leo",
                due=-3,
                provision="Declaration of Helsinki, 23",
            ),
        ),
    ),
    ComplianceStory(
        "HELIO",
        "dev",
        ("gdpr",),
        ("eu_ai_act.transparency", "social.annotators"),
        {
            "gdpr.processors": Shown(
                -8, "Contracts with both cloud providers and the telephone provider.", "https://wiki.aurora.example/avv"
            ),
            "eu_ai_act.transparency": Shown(-5, "Each call begins with the sentence that a machine answers."),
        },
        (
            OwedStory(
                "Agree on the trial with the works council",
                "No figures of single agents; the council sees every report first.",
                "dev",
                due=-30,
                shown=Shown(-34, "Signed agreement of both sides.", "https://wiki.aurora.example/works-council"),
            ),
        ),
    ),
    ComplianceStory(
        "MERID",
        "elif",
        ("eu_ai_act",),
        ("social.energy", "social.sharing"),
        {
            "eu_ai_act.general_purpose": Shown(
                -7,
                "Draft of the technical documentation and of the public summary of the corpus.",
                "https://wiki.aurora.example/meridian/summary",
            ),
            "social.energy": Shown(-4, "412 MWh up to now, metered by the centre; 38 g of CO2 a kilowatt hour."),
        },
        (
            OwedStory(
                "Quarterly report to the foundation",
                "What was trained, what it cost, what was published.",
                "elif",
                due=-10,
                months=3,
                provision="Grant agreement, 7.2",
                shown=Shown(-11, "Report of the third quarter, accepted by mail."),
            ),
        ),
    ),
    ComplianceStory(
        "FJORD",
        "finn",
        (),
        ("eu_ai_act.classification", "eu_ai_act.literacy", "social.accessibility"),
        {"eu_ai_act.classification": Shown(-10, "Not high-risk as long as it does not stop the line by itself.")},
        (
            OwedStory(
                "Declaration of conformity of the box",
                "Electrical safety and radio, by the manufacturer of the housing and by us.",
                "tess",
                due=45,
                provision="Directive 2014/35/EU",
            ),
            OwedStory(
                "Tell the workers what the camera sees",
                "A sheet at each line, and an hour for questions at the change of shifts.",
                "tess",
                due=-15,
                kind=ObligationKind.SOCIAL_RESPONSIBILITY,
                shown=Shown(-16, "Sheets hang at both lines; eleven questions were answered."),
            ),
        ),
    ),
)
