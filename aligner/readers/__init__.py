"""From files as users have them to tables of standards and problems."""
