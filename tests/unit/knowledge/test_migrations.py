import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from knowledge import migrations
from knowledge.database import create

ROOT = Path(__file__).parents[3]


def differences(url: str) -> list[object]:
    engine = create(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = list(compare_metadata(context, migrations.metadata()))
    engine.dispose()
    return found


def tables(url: str) -> set[str]:
    engine = create(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def checks(url: str) -> set[str]:
    engine = create(url)
    found = {
        str(check["name"])
        for table in inspect(engine).get_table_names()
        for check in inspect(engine).get_check_constraints(table)
    }
    engine.dispose()
    return found


def test_migrated_schema_equals_the_tables(database_url):
    migrations.migrate(database_url)

    assert differences(database_url) == []
    assert tables(database_url) == {*migrations.metadata().tables, "alembic_version"}
    declared = {
        str(item.name)
        for table in migrations.metadata().tables.values()
        for item in table.constraints
        if str(item.name).startswith("ck_")
    }
    assert checks(database_url) == declared


def test_every_revision_goes_down_and_up_again(database_url):
    migrations.migrate(database_url)
    before = tables(database_url)

    migrations.downgrade(database_url, "base")
    assert tables(database_url) == {"alembic_version"}

    migrations.migrate(database_url)
    assert tables(database_url) == before


def test_migrating_twice_changes_nothing(database_url):
    migrations.migrate(database_url)
    migrations.migrate(database_url)

    assert differences(database_url) == []


def test_several_processes_may_migrate_at_once(database_url):
    command = [sys.executable, "-m", "knowledge", "migrate"]
    environment = {**os.environ, "DATABASE_URL": database_url}
    racers = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    assert [racer.communicate()[1] for racer in racers] == ["", "", ""]
    assert [racer.returncode for racer in racers] == [0, 0, 0]
    assert differences(database_url) == []


def test_needs_no_file_in_the_working_directory(sqlite_url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    migrations.migrate(sqlite_url)

    assert "models" in tables(sqlite_url)


def test_revisions_form_one_line(sqlite_url):
    engine = create(sqlite_url)
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(migrations.config_for(connection))
    engine.dispose()

    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


def test_failed_migration_leaves_nothing(sqlite_url):
    with pytest.raises(Exception, match="no_such_revision"):
        migrations.migrate(sqlite_url, "no_such_revision")

    assert tables(sqlite_url) == set()
