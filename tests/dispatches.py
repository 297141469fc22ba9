"""Two dispatches on one earthquake that disagree on the dead, as files of Markdown."""

WIRE = """---
title: 川西发生5.8级地震
outlet: 新华社
published: 2027-03-19T10:42:00+08:00
---
截至3月19日10时，川西地震已造成12人遇难，38人受伤。
"""
DAILY = WIRE.replace("新华社", "重庆晚报").replace("12人遇难", "15人遇难")
