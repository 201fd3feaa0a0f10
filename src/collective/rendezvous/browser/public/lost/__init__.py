"""Lost links (screen G)."""
